using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class RegisterCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_DocumentId",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "DocumentId" })
                .Annotation("Npgsql:IndexInclude", new[] { "Text" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Number" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_State",
                table: "Documents",
                columns: new[] { "ProcedureId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MatterValues_ProcedureId_Key_DocumentId",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_State",
                table: "Documents");
        }
    }
}
