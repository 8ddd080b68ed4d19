using Microsoft.EntityFrameworkCore.Migrations;

namespace DocFlow.Persistence.Migrations;

/// <summary>Writes on the seats, readers' places and documents that are there what lists are found and ordered by.</summary>
internal static class ListsCarryOver
{
    public static void Carry(MigrationBuilder migration)
    {
        migration.Sql("""
            UPDATE "Seats" SET "DueOrder" = (SELECT w."DueAt" FROM "WorkItems" w WHERE w."Id" = "Seats"."WorkItemId")
            WHERE EXISTS (SELECT 1 FROM "WorkItems" w WHERE w."Id" = "Seats"."WorkItemId" AND w."DueAt" IS NOT NULL);
            """);
        migration.Sql("""UPDATE "CirculationReaders" SET "State" = 'Read' WHERE "ReadAt" IS NOT NULL;""");
        migration.Sql("""
            UPDATE "CirculationReaders" SET "State" = 'Ended'
            WHERE "ReadAt" IS NULL AND EXISTS (SELECT 1 FROM "CirculationSheets" c WHERE c."Id" = "CirculationReaders"."SheetId" AND c."EndedAt" IS NOT NULL);
            """);
        migration.Sql("""INSERT INTO "DocumentSights" ("ViewerId", "DocumentId", "SourceId") SELECT "DrafterId", "Id", "Id" FROM "Documents";""");
    }
}
