using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HandOverAndRepair : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FaultNodeId",
                table: "OutboxMessages",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JumpToNodeId",
                table: "Documents",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SkipNodeId",
                table: "Documents",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SkipReason",
                table: "Documents",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "Deadlines",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PersonId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ToPostId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    SuccessorId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    OrderedById = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    OrderedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OpenPersonId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FromShown = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ToShown = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandoverItems",
                columns: table => new
                {
                    HandoverId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DocumentId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    OwnerId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    Holds = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    MovedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoverItems", x => new { x.HandoverId, x.DocumentId });
                    table.ForeignKey(
                        name: "FK_HandoverItems_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HandoverItems_Handovers_HandoverId",
                        column: x => x.HandoverId,
                        principalTable: "Handovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandoverItems_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandoverSignatures",
                columns: table => new
                {
                    HandoverId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PersonId = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoverSignatures", x => new { x.HandoverId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_HandoverSignatures_Handovers_HandoverId",
                        column: x => x.HandoverId,
                        principalTable: "Handovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandoverSignatures_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HandoverItems_DocumentId",
                table: "HandoverItems",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_HandoverItems_OwnerId",
                table: "HandoverItems",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_HandoverSignatures_PersonId",
                table: "HandoverSignatures",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_CreatedAt",
                table: "Handovers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_Key",
                table: "Handovers",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_OpenPersonId",
                table: "Handovers",
                column: "OpenPersonId",
                unique: true,
                filter: "[OpenPersonId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_PersonId",
                table: "Handovers",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HandoverItems");

            migrationBuilder.DropTable(
                name: "HandoverSignatures");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropColumn(
                name: "FaultNodeId",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "JumpToNodeId",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "SkipNodeId",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "SkipReason",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "Deadlines");
        }
    }
}
