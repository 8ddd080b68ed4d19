using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddNotesReturnsSignaturesAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReturnCategory",
                table: "Seats",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SignatureHash",
                table: "Seats",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PauseReason",
                table: "Documents",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedAt",
                table: "Documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Distributions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Issue");

            migrationBuilder.AlterColumn<string>(
                name: "WorkItemId",
                table: "Deadlines",
                type: "TEXT",
                maxLength: 32,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 32);

            migrationBuilder.AddColumn<string>(
                name: "DistributionId",
                table: "Deadlines",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FromVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ToVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ById = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ParagraphNotes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    VersionOrdinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Paragraph = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PostShown = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StepName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Adoption = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredById = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParagraphNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ParagraphNotes_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ParagraphNotes_People_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Outcome_ClosedAt",
                table: "WorkItems",
                columns: new[] { "Outcome", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_DistributionId",
                table: "Deadlines",
                column: "DistributionId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_DocumentId_FromVersion",
                table: "Corrections",
                columns: new[] { "DocumentId", "FromVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParagraphNotes_AuthorId",
                table: "ParagraphNotes",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_ParagraphNotes_DocumentId",
                table: "ParagraphNotes",
                column: "DocumentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Deadlines_Distributions_DistributionId",
                table: "Deadlines",
                column: "DistributionId",
                principalTable: "Distributions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Deadlines_Distributions_DistributionId",
                table: "Deadlines");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "ParagraphNotes");

            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Outcome_ClosedAt",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_DistributionId",
                table: "Deadlines");

            migrationBuilder.DropColumn(
                name: "ReturnCategory",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "SignatureHash",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "PauseReason",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Distributions");

            migrationBuilder.DropColumn(
                name: "DistributionId",
                table: "Deadlines");

            migrationBuilder.AlterColumn<string>(
                name: "WorkItemId",
                table: "Deadlines",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 32,
                oldNullable: true);
        }
    }
}
