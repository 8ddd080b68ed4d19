using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DocFlow.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ListsInTheirOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Seats_DecidedById_DecidedAt",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Seats_PersonId_State_DecidedAt",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Seats_PostId_State",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Documents_DrafterId_CreatedAt",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_CreatedAt_Id",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_CirculationReaders_PersonId_ReadAt",
                table: "CirculationReaders");

            migrationBuilder.AddColumn<DateTime>(
                name: "DueOrder",
                table: "Seats",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(9999, 12, 31, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "CirculationReaders",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Unread");

            ListsCarryOver.Carry(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_Seats_DecidedById_DecidedAt_Id",
                table: "Seats",
                columns: new[] { "DecidedById", "DecidedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_PersonId_State_DueOrder_Id",
                table: "Seats",
                columns: new[] { "PersonId", "State", "DueOrder", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_PostId_State_DueOrder_Id",
                table: "Seats",
                columns: new[] { "PostId", "State", "DueOrder", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterValues_DocumentId_Key_Number",
                table: "MatterValues",
                columns: new[] { "DocumentId", "Key", "Number" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Follows_PersonId_At_DocumentId",
                table: "Follows",
                columns: new[] { "PersonId", "At", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_DrafterId_CreatedAt_Id",
                table: "Documents",
                columns: new[] { "DrafterId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_CreatedAt_Id_Title_Number",
                table: "Documents",
                columns: new[] { "ProcedureId", "CreatedAt", "Id", "Title", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_CirculationReaders_PersonId_ReadAt_Id",
                table: "CirculationReaders",
                columns: new[] { "PersonId", "ReadAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CirculationReaders_PersonId_State_Id",
                table: "CirculationReaders",
                columns: new[] { "PersonId", "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Seats_DecidedById_DecidedAt_Id",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Seats_PersonId_State_DueOrder_Id",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_Seats_PostId_State_DueOrder_Id",
                table: "Seats");

            migrationBuilder.DropIndex(
                name: "IX_MatterValues_DocumentId_Key_Number",
                table: "MatterValues");

            migrationBuilder.DropIndex(
                name: "IX_Follows_PersonId_At_DocumentId",
                table: "Follows");

            migrationBuilder.DropIndex(
                name: "IX_Documents_DrafterId_CreatedAt_Id",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Documents_ProcedureId_CreatedAt_Id_Title_Number",
                table: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_CirculationReaders_PersonId_ReadAt_Id",
                table: "CirculationReaders");

            migrationBuilder.DropIndex(
                name: "IX_CirculationReaders_PersonId_State_Id",
                table: "CirculationReaders");

            migrationBuilder.DropColumn(
                name: "DueOrder",
                table: "Seats");

            migrationBuilder.DropColumn(
                name: "State",
                table: "CirculationReaders");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_DecidedById_DecidedAt",
                table: "Seats",
                columns: new[] { "DecidedById", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_PersonId_State_DecidedAt",
                table: "Seats",
                columns: new[] { "PersonId", "State", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Seats_PostId_State",
                table: "Seats",
                columns: new[] { "PostId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_DrafterId_CreatedAt",
                table: "Documents",
                columns: new[] { "DrafterId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ProcedureId_CreatedAt_Id",
                table: "Documents",
                columns: new[] { "ProcedureId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CirculationReaders_PersonId_ReadAt",
                table: "CirculationReaders",
                columns: new[] { "PersonId", "ReadAt" });
        }
    }
}
