using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoticesAndLeave : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LeaderPostId",
                table: "Units",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WorkItemId",
                table: "Notices",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Leaves",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leaves_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeChoices",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeChoices", x => new { x.PersonId, x.Kind, x.Way });
                    table.ForeignKey(
                        name: "FK_NoticeChoices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeContacts",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WantsDigest = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastDigestOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeContacts", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_NoticeContacts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Units_LeaderPostId",
                table: "Units",
                column: "LeaderPostId");

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_PersonId_To",
                table: "Leaves",
                columns: new[] { "PersonId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Leaves_To",
                table: "Leaves",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeContacts_WantsDigest_LastDigestOn",
                table: "NoticeContacts",
                columns: new[] { "WantsDigest", "LastDigestOn" });

            migrationBuilder.AddForeignKey(
                name: "FK_Units_Posts_LeaderPostId",
                table: "Units",
                column: "LeaderPostId",
                principalTable: "Posts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Units_Posts_LeaderPostId",
                table: "Units");

            migrationBuilder.DropTable(
                name: "Leaves");

            migrationBuilder.DropTable(
                name: "NoticeChoices");

            migrationBuilder.DropTable(
                name: "NoticeContacts");

            migrationBuilder.DropIndex(
                name: "IX_Units_LeaderPostId",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "LeaderPostId",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "WorkItemId",
                table: "Notices");
        }
    }
}
