using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace DocFlow.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StoredDefinitions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "PublishedAt",
                table: "WorkflowDefinitions",
                newName: "CreatedAt");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "WorkflowTriggers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "WorkflowTriggers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "WorkflowTriggers",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeaseUntil",
                table: "WorkflowTriggers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowTriggers",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PayloadJson",
                table: "WorkflowTriggers",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "WorkflowTriggers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "CorrelationId",
                table: "WorkflowInstances",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(64)",
                oldMaxLength: 64);

            migrationBuilder.AddColumn<DateTime>(
                name: "CreatedAt",
                table: "WorkflowInstances",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "DefinitionId",
                table: "WorkflowInstances",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "FinishedAt",
                table: "WorkflowInstances",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IncidentCount",
                table: "WorkflowInstances",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsOffice",
                table: "WorkflowInstances",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSystem",
                table: "WorkflowInstances",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowInstances",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentId",
                table: "WorkflowInstances",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "WorkflowInstances",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "UpdatedAt",
                table: "WorkflowInstances",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "WorkflowDefinitions",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsLatest",
                table: "WorkflowDefinitions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublished",
                table: "WorkflowDefinitions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsReadonly",
                table: "WorkflowDefinitions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSystem",
                table: "WorkflowDefinitions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "WorkflowDefinitions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProviderName",
                table: "WorkflowDefinitions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToolVersion",
                table: "WorkflowDefinitions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "UsableAsActivity",
                table: "WorkflowDefinitions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "VersionId",
                table: "WorkflowDefinitions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "CorrelationId",
                table: "WorkflowBookmarks",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(64)",
                oldMaxLength: 64);

            migrationBuilder.AddColumn<string>(
                name: "ActivityInstanceId",
                table: "WorkflowBookmarks",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "WorkflowBursts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    InstanceId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FirstSequence = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    JournalJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExecutionsJson = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowBursts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowLocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowLocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowSources",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ConflictNumber = table.Column<int>(type: "int", nullable: true),
                    ConflictAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowSources", x => x.DefinitionId);
                });

            migrationBuilder.CreateTable(
                name: "WorkflowStimuli",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CorrelationId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    InstanceId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ActivityInstanceId = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    InputJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBy = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowStimuli", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "WorkflowLocks",
                columns: new[] { "Id", "Number" },
                values: new object[,]
                {
                    { 1, 0L },
                    { 2, 0L }
                });

            StoredDefinitionsCarryOver.SqlServer(migrationBuilder);

            migrationBuilder.DropTable(
                name: "WorkflowJournal");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowTriggers_DueAt",
                table: "WorkflowTriggers",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_CreatedAt",
                table: "WorkflowInstances",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_DefinitionId_Status",
                table: "WorkflowInstances",
                columns: new[] { "DefinitionId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_ParentId",
                table: "WorkflowInstances",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowDefinitions_VersionId",
                table: "WorkflowDefinitions",
                column: "VersionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowBursts_InstanceId_FirstSequence",
                table: "WorkflowBursts",
                columns: new[] { "InstanceId", "FirstSequence" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowStimuli_ExpiresAt",
                table: "WorkflowStimuli",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowStimuli_Hash",
                table: "WorkflowStimuli",
                column: "Hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WorkflowBursts");

            migrationBuilder.DropTable(
                name: "WorkflowLocks");

            migrationBuilder.DropTable(
                name: "WorkflowSources");

            migrationBuilder.DropTable(
                name: "WorkflowStimuli");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowTriggers_DueAt",
                table: "WorkflowTriggers");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_CreatedAt",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_DefinitionId_Status",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_ParentId",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowDefinitions_VersionId",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "LeaseUntil",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "PayloadJson",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "WorkflowTriggers");

            migrationBuilder.DropColumn(
                name: "CreatedAt",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "DefinitionId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "FinishedAt",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "IncidentCount",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "IsOffice",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "IsSystem",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "WorkflowInstances");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "IsLatest",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "IsPublished",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "IsReadonly",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "IsSystem",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "ProviderName",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "ToolVersion",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "UsableAsActivity",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "VersionId",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "ActivityInstanceId",
                table: "WorkflowBookmarks");

            migrationBuilder.RenameColumn(
                name: "CreatedAt",
                table: "WorkflowDefinitions",
                newName: "PublishedAt");

            migrationBuilder.AlterColumn<string>(
                name: "CorrelationId",
                table: "WorkflowInstances",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);

            migrationBuilder.AlterColumn<string>(
                name: "CorrelationId",
                table: "WorkflowBookmarks",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);

            migrationBuilder.CreateTable(
                name: "WorkflowJournal",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ActivityType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DataJson = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Event = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    InstanceId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    NodeId = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowJournal", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowJournal_InstanceId_Sequence",
                table: "WorkflowJournal",
                columns: new[] { "InstanceId", "Sequence" },
                unique: true);
        }
    }
}
