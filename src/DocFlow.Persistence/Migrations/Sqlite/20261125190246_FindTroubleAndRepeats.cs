using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindTroubleAndRepeats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DocumentId",
                table: "OutboxMessages",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FailingSince",
                table: "OutboxMessages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreationKey",
                table: "Documents",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_InstanceId",
                table: "WorkItems",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_DocumentId_State",
                table: "OutboxMessages",
                columns: new[] { "DocumentId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_FailingSince",
                table: "OutboxMessages",
                column: "FailingSince");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_CreationKey",
                table: "Documents",
                column: "CreationKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_InstanceId",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_DocumentId_State",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMessages_FailingSince",
                table: "OutboxMessages");

            migrationBuilder.DropIndex(
                name: "IX_Documents_CreationKey",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "FailingSince",
                table: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "CreationKey",
                table: "Documents");
        }
    }
}
