using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SightsByProcedure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProcedureId",
                table: "DocumentSights",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            SightProceduresCarryOver.Carry(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentSights_ViewerId_ProcedureId_DocumentId",
                table: "DocumentSights",
                columns: new[] { "ViewerId", "ProcedureId", "DocumentId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DocumentSights_ViewerId_ProcedureId_DocumentId",
                table: "DocumentSights");

            migrationBuilder.DropColumn(
                name: "ProcedureId",
                table: "DocumentSights");
        }
    }
}
