#!/usr/bin/env bash
# Makes the pictures of the README anew, in docs/images, from the demonstration's data.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Portal.Browser.Tests --nologo -v quiet -clp:ErrorsOnly
dotnet tests/Portal.Browser.Tests/bin/Debug/net10.0/Portal.Browser.Tests.dll -explicit only -class Portal.Browser.Tests.Journeys.Screenshots
