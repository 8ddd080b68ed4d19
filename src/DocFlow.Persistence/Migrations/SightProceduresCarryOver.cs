using Microsoft.EntityFrameworkCore.Migrations;

namespace DocFlow.Persistence.Migrations;

/// <summary>Writes the procedure of each document beside who sees it.</summary>
internal static class SightProceduresCarryOver
{
    public static void Carry(MigrationBuilder migration) => migration.Sql("""
        UPDATE "DocumentSights" SET "ProcedureId" = (SELECT d."ProcedureId" FROM "Documents" d WHERE d."Id" = "DocumentSights"."DocumentId");
        """);
}
