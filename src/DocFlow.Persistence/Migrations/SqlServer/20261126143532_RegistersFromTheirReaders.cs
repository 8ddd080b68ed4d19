using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RegistersFromTheirReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_MatterValues_ProcedureId_Key_Text",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_CreatedAt",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_DueAt",
                table: "Documents");

            migrationBuilder.CreateTable(
                name: "DocumentSights",
                columns: table => new
                {
                    ViewerId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DocumentId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    SourceId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentSights", x => new { x.ViewerId, x.DocumentId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_DocumentSights_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ProcedureId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OwnerId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    IsShared = table.Column<bool>(type: "bit", nullable: false),
                    QueryJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number_DocumentId",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Number", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Text_DocumentId",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Text", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_CreatedAt_Id",
                table: "Documents",
                columns: new[] { "ProcedureId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_DueAt_Id",
                table: "Documents",
                columns: new[] { "ProcedureId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_Number_Id",
                table: "Documents",
                columns: new[] { "ProcedureId", "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_State_DueAt_Id",
                table: "Documents",
                columns: new[] { "ProcedureId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentSights_DocumentId",
                table: "DocumentSights",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_OwnerId",
                table: "SavedViews",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_ProcedureId_OwnerId_Name",
                table: "SavedViews",
                columns: new[] { "ProcedureId", "OwnerId", "Name" },
                unique: true);

            SightsCarryOver.Carry(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentSights");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number_DocumentId",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_MatterValues_ProcedureId_Key_Text_DocumentId",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_CreatedAt_Id",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_DueAt_Id",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_Number_Id",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_State_DueAt_Id",
                table: "Documents");

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Number",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_ProcedureId_Key_Text",
                table: "MatterValues",
                columns: new[] { "ProcedureId", "Key", "Text" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_CreatedAt",
                table: "Documents",
                columns: new[] { "ProcedureId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_DueAt",
                table: "Documents",
                columns: new[] { "ProcedureId", "DueAt" });
        }
    }
}
