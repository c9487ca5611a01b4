# shellcheck shell=bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The two npm packages of 'check.sh --full': a driver for the browser, and Microsoft's checker of
# SARIF with the schema.

NPM_PACKAGES=(playwright-core@1.56.1 @microsoft/sarif-multitool-linux@5.7.0)

# npm_directory: where they are; without them the tests that use them are unsupported
npm_directory()
{
	local directory
	directory=$(cache_directory)/npm
	if [ ! -d "$directory/node_modules/playwright-core" ]; then
		say "Fetching from npm: ${NPM_PACKAGES[*]}"
		mkdir -p "$directory"
		npm install --silent --no-save --ignore-scripts --prefix "$directory" \
			"${NPM_PACKAGES[@]}" >&2 || say "not fetched; tests are left out"
	fi
	echo "$directory"
}
