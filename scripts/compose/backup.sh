#!/usr/bin/env bash
# What `npm run backup` is to processes: an installation in containers, while it runs, into one folder. The folder gets its name when
# everything in it was read again; what is not whole is deleted.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/sealing.sh"

usage='Usage: scripts/compose/backup.sh --to DIR [--passphrase-file FILE] [--keep N]

Databases, uploads, the folder of n8n, secrets, .env and what is your own in docker/ into the folder zhudian-DATE of DIR.

  --to DIR                where backups go: on another disk than the volumes
  --passphrase-file FILE  seal everything with gpg; without it whoever reads DIR has every password
  --keep N                delete older backups of DIR but the newest N, this one among them. Bytes of mails that left
                          over a year ago are in backups only: keep one a month or a year elsewhere'

to='' file='' keep=''
while (($#)); do
  case $1 in
    -h | --help) echo "$usage" && exit ;;
    --to | --passphrase-file | --keep) if [[ -z ${2:-} ]]; then fail "$1 needs a value." "$usage"; fi ;;&
    --to) to=$(realpath -m "$2") ;;
    --passphrase-file) file=$2 ;;
    --keep) keep=$2 ;;
    *) fail "$1 is not known." "$usage" ;;
  esac
  shift 2
done
if [[ -z $to ]]; then fail 'Where to?' "$usage"; fi
if [[ -n $keep && ! $keep =~ ^[1-9][0-9]*$ ]]; then fail '--keep needs a whole number from 1.' 'For example --keep 14.'; fi
use_passphrase "$file"
cd "$here/../.."

at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
name=zhudian-${at//[-:]/}
mkdir -p "$to"
# A backup that was killed leaves one of full size every night.
find "$to" -maxdepth 1 -type d -name 'zhudian-*Z.part' -mmin +1440 -exec rm -rf {} +
part=$to/$name.part
newest=$(find "$to" -maxdepth 1 -type d -name 'zhudian-????????T??????Z' | sort | tail -n 1)
if [[ -n $newest ]] && (($(df --output=avail "$to" | tail -n 1) < $(du -sk "$newest" | cut -f 1) * 11 / 10 + 524288)); then
  fail "There is no room in $to for a backup like the last one." 'Free some space there, keep fewer (--keep), or name a folder on another disk: --to DIR'
fi
mkdir "$part"
trap 'rm -rf "$part"' EXIT

echo "$at" > "$part/at"
# By its folder: whose checkout it is does not matter for a look.
git --git-dir="$PWD/.git" rev-parse HEAD > "$part/commit" 2> /dev/null || echo unknown > "$part/commit"

# The databases first: every file that a row names is there already.
for database in directus n8n; do
  docker compose exec -T postgres sh -c 'PGPASSWORD=$(cat /run/zhudian/postgres_password) exec pg_dump -h 127.0.0.1 -U postgres -Fc "$0"' "$database" < /dev/null |
    seal "$part/$database.dump" || fail "The database $database cannot be dumped, or not be written to $to."
done
# A file that changes while it is read, or goes, is no fault (1) beside a running installation. Anything else is.
docker compose run --rm --no-deps -T provision sh -c 'cd /data || exit 2
  tar --exclude="n8n/*.log" --exclude=n8n/.cache --exclude=n8n/import --exclude=n8n/credential.json \
    -cf - secrets.json uploads n8n $(ls -d workflows-replaced 2> /dev/null) || test $? = 1' < /dev/null |
  seal "$part/volumes.tar" || fail "The volumes cannot be copied, or not be written to $to."
settings=()
for path in .env docker/Caddyfile docker/own docker-compose.override.yml; do
  if [[ -e $path ]]; then settings+=("$path"); fi
done
tar -cf - "${settings[@]}" | seal "$part/settings.tar" || fail 'The settings cannot be read: run this as root.'

for database in directus n8n; do
  unseal "$part/$database.dump" | docker compose exec -T postgres pg_restore -f /dev/null || fail "The dump of $database cannot be read again."
done
volumes=$(unseal "$part/volumes.tar" | tar -tf -) || fail 'The copy of the volumes cannot be read again.'
if ! grep -qx secrets.json <<< "$volumes"; then fail 'secrets.json is not among the copy of the volumes.'; fi
unseal "$part/settings.tar" | tar -tf - > /dev/null || fail 'The copy of the settings cannot be read again.'
(cd "$part" && sha256sum -- * > ../"$name.sums" && mv ../"$name.sums" sums)
sync "$part"/*
mv "$part" "$to/$name"
trap - EXIT
echo "✓ $to/$name"
echo "  $(du -sh "$to/$name" | cut -f 1), as of $at, read again and whole; $(grep -c '^uploads/.*[^/]$' <<< "$volumes" || true) uploads (about as many as yesterday?)"
if [[ -z $passphrase ]]; then echo '  Not sealed: whoever reads it has every password. Keep it where nobody else reads, or use --passphrase-file.'; fi

# Lets old bytes go that are in the backup now, and tells the doctor of it; refuses one without all of its uploads, so that none is deleted for it.
docker compose run --rm --no-deps -T provision node scripts/compose/noteBackup.ts "$at" "$to/$name" < /dev/null

mapfile -t names < <(find "$to" -maxdepth 1 -type d -name 'zhudian-????????T??????Z' -printf '%f\n' | sort -r)
kept=0
for one in "${names[@]}"; do
  if [[ $one > $name ]]; then
    echo "! Dated later than this one, so the clock was wrong once; neither counted nor deleted: $one. Look, and delete it yourself."
  elif [[ -n $keep ]] && ((++kept > keep)); then
    rm -rf "${to:?}/$one"
    echo "  deleted: $one"
  fi
done
