#!/usr/bin/env bash
# Brings a backup of backup.sh into containers, on a server with nothing of Zhudian on it. Everything is read before anything is written;
# mails that may have gone out since the backup are held before anything that mails can be started.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/sealing.sh"

usage='Usage: scripts/compose/restore.sh FOLDER [--passphrase-file FILE] [--no-build]

Into the (empty) volumes of the checkout that this script lies in; starts PostgreSQL and nothing else.

  FOLDER                  a folder zhudian-DATE that scripts/compose/backup.sh has made
  --passphrase-file FILE  the passphrase of a sealed one
  --no-build              the images are here already (docker load)'

from='' file='' built=''
while (($#)); do
  case $1 in
    -h | --help) echo "$usage" && exit ;;
    --passphrase-file) if [[ -z ${2:-} ]]; then fail "$1 needs a value." "$usage"; fi && file=$2 && shift ;;
    --no-build) built=yes ;;
    -*) fail "$1 is not known." "$usage" ;;
    *) from=$(realpath -m "$1") ;;
  esac
  shift
done
if [[ -z $from ]]; then fail 'Which backup?' "$usage"; fi
use_passphrase "$file"
cd "$here/../.."

for one in at commit sums directus.dump n8n.dump volumes.tar settings.tar; do
  if [[ ! -e $from/$one && ! -e $from/$one.gpg ]]; then fail "$from is no backup: there is no $one in it." 'Name a folder zhudian-DATE of scripts/compose/backup.sh.'; fi
  if [[ -e $from/$one.gpg && -z $passphrase ]]; then fail "$from is sealed with a passphrase." 'Name the file that holds it: --passphrase-file FILE'; fi
done
damaged() { fail "$from is damaged: $1 cannot be read. Nothing was touched." 'Look at the passphrase; otherwise take another backup.'; }
(cd "$from" && sha256sum --quiet -c sums) || damaged 'a file of it'
for one in directus.dump n8n.dump; do
  unseal "$from/$one" | { head -c 5 | grep -q PGDMP && cat > /dev/null; } || damaged "$one"
done
unseal "$from/volumes.tar" | tar -tf - > /dev/null || damaged volumes.tar
settings=$(unseal "$from/settings.tar" | tar -tf - | grep -v '/$') || damaged settings.tar

commit=$(< "$from/commit")
if [[ $commit != unknown ]] && ! git --git-dir="$PWD/.git" merge-base --is-ancestor "$commit" HEAD 2> /dev/null; then
  fail "The backup is of commit $commit, which is not among what this checkout is made of. Nothing was touched." \
    "Take the version that made it, or a later one: git fetch && git checkout $commit"
fi

# What is here already is somebody's decision: it stays as it is.
while IFS= read -r one; do
  if [[ ! -e $one ]]; then
    echo "  $one was not here: the backup's was put there."
  elif ! unseal "$from/settings.tar" | tar -xOf - "$one" | cmp -s - "$one"; then
    echo "! $one differs from the backup's and was left as it is. To read the backup's:"
    if [[ -z $passphrase ]]; then
      echo "    tar -xOf $from/settings.tar $one"
    else
      echo "    gpg --decrypt --quiet --batch --pinentry-mode loopback --passphrase-file $passphrase $from/settings.tar.gpg | tar -xOf - $one"
    fi
  fi
done <<< "$settings"
unseal "$from/settings.tar" | tar -xpf - --no-same-owner --skip-old-files

if [[ -z $built ]]; then docker compose build; fi
docker compose run --rm --no-deps -T secrets test ! -e /data/secrets.json < /dev/null ||
  fail 'There is an installation in these volumes already, or docker says above what else it is. The volumes were not touched.' \
    'To delete what is there, after a backup of it: docker compose down -v'
trap 'if (($? > 0)); then fail "The restore stopped half-way: start nothing." "Put right what is said above; then docker compose down -v, and this command again."; fi' EXIT
# The secrets first: PostgreSQL takes its password from them when it makes its cluster.
unseal "$from/volumes.tar" | docker compose run --rm --no-deps -T secrets tar -C /data -xmf - secrets.json
docker compose up -d postgres
for ((seconds = 0; ; seconds++)); do
  if docker compose exec -T postgres pg_isready -q -h 127.0.0.1 -U postgres < /dev/null 2> /dev/null; then break; fi
  if ((seconds == 180)); then fail 'PostgreSQL does not come up.' 'docker compose logs postgres'; fi
  sleep 1
done
unseal "$from/volumes.tar" | docker compose run --rm --no-deps -T provision tar -C /data -xmf -
docker compose run --rm --no-deps -T provision node scripts/compose/prepareDatabases.ts < /dev/null
for database in n8n directus; do
  unseal "$from/$database.dump" |
    docker compose exec -T postgres sh -c 'PGPASSWORD=$(cat /run/zhudian/postgres_password) exec pg_restore -h 127.0.0.1 -U postgres --exit-on-error -d "$0"' "$database"
done
docker compose run --rm --no-deps -T provision node scripts/compose/holdMails.ts "$(< "$from/at")" < /dev/null
trap - EXIT

echo "✓ Restored as of $(< "$from/at"). Nothing but PostgreSQL runs."
echo '  Read .env once more: mail goes to the relay that it names, a notice to the city office first. Then docker compose up -d'
echo '  Then: in the mail ledger set to "pending" what never arrived, and end the hold:'
echo '  docker compose run --rm --no-deps provision node scripts/compose/releaseMails.ts'
