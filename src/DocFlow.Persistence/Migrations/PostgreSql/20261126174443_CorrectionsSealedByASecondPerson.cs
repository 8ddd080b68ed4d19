using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CorrectionsSealedByASecondPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Corrections_DocumentId_FromVersion",
                table: "Corrections");

            migrationBuilder.AddColumn<string>(
                name: "DecidedById",
                table: "Corrections",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedBecause",
                table: "Corrections",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Corrections",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Corrections",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_DocumentId_ToVersion",
                table: "Corrections",
                columns: new[] { "DocumentId", "ToVersion" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Corrections_DocumentId_ToVersion",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "DecidedById",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "RefusedBecause",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Corrections");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_DocumentId_FromVersion",
                table: "Corrections",
                columns: new[] { "DocumentId", "FromVersion" },
                unique: true);
        }
    }
}
