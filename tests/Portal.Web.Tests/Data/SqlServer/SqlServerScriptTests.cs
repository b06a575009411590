using Microsoft.EntityFrameworkCore;
using Portal.TestKit;
using Portal.Web.Data;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data.SqlServer;

/// <summary>
/// No SQL Server is at hand here: its script is read by Microsoft's
/// own parser and checked for what a server would refuse.
/// </summary>
public sealed class SqlServerScriptTests
{
    private static readonly TSqlScript Script = TSqlScript.Parse(DatabaseMigrator.Script(DatabaseProvider.SqlServer));

    [Fact]
    public void Script_Parses() => Script.Errors.ShouldBeEmpty();

    [Fact]
    public void KeysAndIndexes_NameWhatExists() => new TSqlSchema(Script).Faults().ShouldBeEmpty();

    [Fact]
    public void Script_MakesEveryTable()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);

        var schema = new TSqlSchema(Script);

        schema.Tables.Where(table => !table.StartsWith(SchedulerTables.Prefix, StringComparison.Ordinal))
            .ShouldBe([.. db.Model.GetEntityTypes()
                .Select(type => type.GetTableName()!).Distinct(),
                "__EFMigrationsHistory"], ignoreOrder: true);
        schema.Tables.ShouldContain(SchedulerTables.Prefix + "TRIGGERS");
        schema.Indexes.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void SetupOfTheContainer_Parses() => TSqlScript.Parse(Repository.Read("docker", "sqlserver-setup.sql")).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("CREATE TABLE [A] ([Id] int NOT NULL", "line 1")]
    [InlineData("EXEC(N'CREATE INDEX [IX] ON [A] ([Id] WHERE');", "line 1")]
    public void BrokenScript_IsReported(string sql, string error) =>
        TSqlScript.Parse(sql).Errors.ShouldContain(found => found.StartsWith(error, StringComparison.Ordinal));

    [Theory]
    [InlineData("CREATE INDEX [IX] ON [A] ([Nme])", "IX: A has no column Nme")]
    [InlineData("EXEC(N'CREATE UNIQUE INDEX [IX] ON [A] ([Name]) WHERE [Gone] IS NULL')", "IX: A has no column Gone")]
    [InlineData("ALTER TABLE [A] ADD CONSTRAINT [FK] FOREIGN KEY ([Id]) REFERENCES [B] ([Id])", "FK: there is no table B")]
    [InlineData("CREATE TABLE [C] ([X] int, CONSTRAINT [FK] FOREIGN KEY ([X]) REFERENCES [A] ([Key]))", "FK: A has no column Key")]
    [InlineData(
        "CREATE TABLE [C] ([Id] int, [X] int, CONSTRAINT [F1] FOREIGN KEY ([X]) REFERENCES [A] ([Id]) ON DELETE CASCADE); "
        + "CREATE TABLE [D] ([X] int, [Y] int, CONSTRAINT [F2] FOREIGN KEY ([X]) REFERENCES [A] ([Id]) ON DELETE CASCADE, CONSTRAINT "
            + "[F3] FOREIGN KEY ([Y]) REFERENCES [C] ([Id]) ON DELETE CASCADE)",
        "deleting from A reaches D on 2 ways")]
    public void AFault_IsFound(string sql, string fault) =>
        new TSqlSchema(TSqlScript.Parse("CREATE TABLE [A] ([Id] int NOT NULL, [Name] nvarchar(10) NULL); " + sql)).Faults()
            .ShouldContain(fault);
}
