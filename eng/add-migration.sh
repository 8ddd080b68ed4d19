#!/usr/bin/env bash
# Adds a migration of the same name for every database provider: eng/add-migration.sh AddSomething
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name="${1:?usage: eng/add-migration.sh NAME}"

dotnet tool restore > /dev/null
dotnet build src/DocFlow.Persistence --nologo -v quiet
for provider in Sqlite SqlServer PostgreSql; do
    dotnet ef migrations add "$name" --no-build \
        --project src/DocFlow.Persistence --startup-project src/DocFlow.Persistence \
        --context "${provider}DocFlowDbContext" --output-dir "Migrations/$provider"
done
