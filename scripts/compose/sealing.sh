# What backup.sh and restore.sh have in common: files that are sealed where there is a passphrase, and how a fault is told. Sourced, not run.

# fail WHAT [REMEDY]
fail() {
  printf '\n✗ %s\n' "$1" >&2
  if [[ -n ${2:-} ]]; then printf '→ %s\n' "$2" >&2; fi
  exit 1
}

# Refuses a passphrase file that cannot be read or holds next to nothing; empty is none. Sets $passphrase.
use_passphrase() {
  passphrase=${1:+$(realpath -m "$1")}
  if [[ -z $passphrase ]]; then return; fi
  if [[ ! -r $passphrase ]]; then fail "$passphrase cannot be read by $(id -un)." "Make one: openssl rand -base64 24 | install -m 400 /dev/stdin $passphrase"; fi
  if (($(head -n 1 "$passphrase" | tr -d '\r\n' | wc -c) < 12)); then fail "$passphrase holds no passphrase of at least 12 characters."; fi
}

# seal FILE: writes what comes in, as FILE.gpg where there is a passphrase. What is packed already is not packed again.
seal() {
  if [[ -z $passphrase ]]; then
    cat > "$1"
  else
    gpg --symmetric --cipher-algo AES256 --compress-algo none --batch --pinentry-mode loopback --passphrase-file "$passphrase" -o "$1.gpg"
  fi
}

# unseal FILE: what `seal FILE` was given.
unseal() {
  if [[ -e $1.gpg ]]; then
    gpg --decrypt --quiet --batch --pinentry-mode loopback --passphrase-file "$passphrase" "$1.gpg"
  else
    cat "$1"
  fi
}
