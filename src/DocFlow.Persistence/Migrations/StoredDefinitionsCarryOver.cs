using Microsoft.EntityFrameworkCore.Migrations;

namespace DocFlow.Persistence.Migrations;

/// <summary>Carries definitions, instances and their journal over to the tables that keep versions and bursts.</summary>
internal static class StoredDefinitionsCarryOver
{
    private const string Versions = """
        UPDATE "WorkflowDefinitions" SET
            "VersionId" = CONCAT("DefinitionId", '-v', "Number"),
            "ProviderName" = 'Folder',
            "IsLatest" = {1},
            "IsPublished" = {1}
        WHERE "Number" = (SELECT MAX(newer."Number") FROM "WorkflowDefinitions" newer WHERE newer."DefinitionId" = "WorkflowDefinitions"."DefinitionId");
        """;

    private const string EarlierVersions = """
        UPDATE "WorkflowDefinitions" SET "VersionId" = CONCAT("DefinitionId", '-v', "Number"), "ProviderName" = 'Folder' WHERE "VersionId" = '';
        """;

    private const string Sources = """
        INSERT INTO "WorkflowSources" ("DefinitionId", "Hash", "Number") SELECT "DefinitionId", "Hash", "Number" FROM "WorkflowDefinitions" WHERE "IsLatest" = {1};
        """;

    private const string Instances = """
        UPDATE "WorkflowInstances" SET
            "DefinitionId" = (SELECT d."DefinitionId" FROM "WorkflowDefinitions" d WHERE d."Id" = "WorkflowInstances"."DefinitionRowId"),
            "IsOffice" = CASE WHEN EXISTS (SELECT 1 FROM "Documents" o WHERE o."Id" = "WorkflowInstances"."CorrelationId") THEN {1} ELSE {0} END,
            "Status" = CASE WHEN "SubStatus" = 'Suspended' THEN 'Running' ELSE 'Finished' END,
            "CreatedAt" = COALESCE((SELECT MIN(j."At") FROM "WorkflowJournal" j WHERE j."InstanceId" = "WorkflowInstances"."Id"), (SELECT d."CreatedAt" FROM "WorkflowDefinitions" d WHERE d."Id" = "WorkflowInstances"."DefinitionRowId")),
            "UpdatedAt" = COALESCE((SELECT MAX(j."At") FROM "WorkflowJournal" j WHERE j."InstanceId" = "WorkflowInstances"."Id"), (SELECT d."CreatedAt" FROM "WorkflowDefinitions" d WHERE d."Id" = "WorkflowInstances"."DefinitionRowId"));
        """;

    private const string Finished = """
        UPDATE "WorkflowInstances" SET "FinishedAt" = "UpdatedAt" WHERE "Status" = 'Finished';
        """;

    public static void Sqlite(MigrationBuilder migration) => Carry(
        migration, "0", "1", """json_extract("Json", '$.name')""",
        """
        json_array(json_object('sequence', "Sequence", 'at', replace("At", ' ', 'T') || 'Z', 'event', "Event", 'activityId', replace("NodeId", rtrim("NodeId", replace("NodeId", ':', '')), ''),
            'nodeId', "NodeId", 'activityType', "ActivityType", 'activityInstanceId', '', 'data', json("DataJson")))
        """);

    public static void PostgreSql(MigrationBuilder migration) => Carry(
        migration, "FALSE", "TRUE", """("Json"::json ->> 'name')""",
        """
        json_build_array(json_build_object('sequence', "Sequence", 'at', to_char("At" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'event', "Event",
            'activityId', regexp_replace("NodeId", '^.*:', ''), 'nodeId', "NodeId", 'activityType', "ActivityType", 'activityInstanceId', '', 'data', "DataJson"::json))::text
        """);

    public static void SqlServer(MigrationBuilder migration) => Carry(
        migration, "0", "1", """JSON_VALUE("Json", '$.name')""",
        """
        (SELECT "Sequence" AS [sequence], CONCAT(CONVERT(nvarchar(33), "At", 126), 'Z') AS [at], "Event" AS [event], RIGHT("NodeId", CHARINDEX(':', REVERSE(CONCAT(':', "NodeId"))) - 1) AS [activityId],
            "NodeId" AS [nodeId], "ActivityType" AS [activityType], '' AS [activityInstanceId], JSON_QUERY("DataJson") AS [data] FOR JSON PATH)
        """);

    private static void Carry(MigrationBuilder migration, string no, string yes, string name, string journal)
    {
        foreach (var statement in new[] { Versions, EarlierVersions, Sources, Instances, Finished })
            migration.Sql(statement.Replace("{0}", no, StringComparison.Ordinal).Replace("{1}", yes, StringComparison.Ordinal));
        migration.Sql($"""UPDATE "WorkflowDefinitions" SET "Name" = {name} WHERE LENGTHOF({name}) <= 200;""".Replace("LENGTHOF", migration.IsSqlServer() ? "LEN" : "LENGTH", StringComparison.Ordinal));
        migration.Sql($"""
            INSERT INTO "WorkflowBursts" ("InstanceId", "FirstSequence", "Count", "JournalJson", "ExecutionsJson")
            SELECT "InstanceId", "Sequence", 1, {journal}, '[]' FROM "WorkflowJournal" ORDER BY "Id";
            """);
    }
}
