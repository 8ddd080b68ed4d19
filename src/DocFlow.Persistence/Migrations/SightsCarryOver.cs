using Microsoft.EntityFrameworkCore.Migrations;

namespace DocFlow.Persistence.Migrations;

/// <summary>Writes who sees what by the seats and readers' places that were there before the table was.</summary>
internal static class SightsCarryOver
{
    public static void Carry(MigrationBuilder migration) => migration.Sql("""
        INSERT INTO "DocumentSights" ("ViewerId", "DocumentId", "SourceId")
        SELECT s."PersonId", w."DocumentId", s."Id" FROM "Seats" s JOIN "WorkItems" w ON w."Id" = s."WorkItemId"
        UNION SELECT s."DecidedById", w."DocumentId", s."Id" FROM "Seats" s JOIN "WorkItems" w ON w."Id" = s."WorkItemId" WHERE s."DecidedById" IS NOT NULL
        UNION SELECT s."PostId", w."DocumentId", s."Id" FROM "Seats" s JOIN "WorkItems" w ON w."Id" = s."WorkItemId" WHERE s."PostId" IS NOT NULL
        UNION SELECT r."PersonId", c."DocumentId", r."Id" FROM "CirculationReaders" r JOIN "CirculationSheets" c ON c."Id" = r."SheetId";
        """);
}
