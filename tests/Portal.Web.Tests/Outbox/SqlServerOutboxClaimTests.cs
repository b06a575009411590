using System.Globalization;
using Portal.Web.Outbox;
using Portal.Web.Tests.Data.SqlServer;

namespace Portal.Web.Tests.Outbox;

public sealed class SqlServerOutboxClaimTests
{
    [Fact]
    public void OB_01_TheStatement_IsOneThatSqlServerUnderstands_AndPassesOverRowsOfOthers()
    {
        var statement = SqlServerOutboxClaim.Statement(OutboxClaim.At(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), [Guid.CreateVersion7()], 8));
        var sql = string.Format(CultureInfo.InvariantCulture, statement.Format, [.. Enumerable.Range(0, statement.ArgumentCount).Select(i => "@p" + i)]);

        var script = TSqlScript.Parse(sql);

        script.Errors.ShouldBeEmpty();
        script.Statements.Count.ShouldBe(1);
        sql.ShouldContain("READPAST, UPDLOCK, ROWLOCK");
    }
}
