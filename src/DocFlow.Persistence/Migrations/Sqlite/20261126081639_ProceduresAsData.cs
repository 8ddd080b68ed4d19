using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProceduresAsData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Renderings_DocumentId_VersionOrdinal_Purpose_Format",
                table: "Renderings");

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsBorn",
                table: "WorkItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Buttons",
                table: "WorkItems",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DifferentFrom",
                table: "WorkItems",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FieldKeys",
                table: "WorkItems",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Renderings",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "BornFromId",
                table: "Documents",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMatter",
                table: "Documents",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "OriginalDueAt",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MatterValues",
                columns: table => new
                {
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProcedureId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatterValues", x => new { x.DocumentId, x.Key });
                    table.ForeignKey(
                        name: "FK_MatterValues_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Renderings_DocumentId_VersionOrdinal_Purpose_Name_Format",
                table: "Renderings",
                columns: new[] { "DocumentId", "VersionOrdinal", "Purpose", "Name", "Format" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_BornFromId",
                table: "Documents",
                column: "BornFromId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_CreatedAt",
                table: "Documents",
                columns: new[] { "ProcedureId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_DueAt",
                table: "Documents",
                columns: new[] { "ProcedureId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Text",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Text" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_Renderings_DocumentId_VersionOrdinal_Purpose_Name_Format",
                table: "Renderings");

            migrationBuilder.DropIndex(
                name: "IX_Documents_BornFromId",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_CreatedAt",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_DueAt",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "AwaitsBorn",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Buttons",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "DifferentFrom",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "FieldKeys",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Renderings");

            migrationBuilder.DropColumn(
                name: "BornFromId",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "IsMatter",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "OriginalDueAt",
                table: "Documents");

            migrationBuilder.CreateIndex(
                name: "IX_Renderings_DocumentId_VersionOrdinal_Purpose_Format",
                table: "Renderings",
                columns: new[] { "DocumentId", "VersionOrdinal", "Purpose", "Format" },
                unique: true);
        }
    }
}
