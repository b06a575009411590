using System.Globalization;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;
using Portal.Web.Tests.Data.SqlServer;

namespace Portal.Web.Tests.Outbox;

public sealed class SqlServerOutboxClaimTests
{
    public static TheoryData<bool> Both => [true, false];

    [Theory]
    [MemberData(nameof(Both))]
    public void OB_01_TheStatement_IsOneThatSqlServerUnderstands_AndPassesOverRowsOfOthers(bool urgent)
    {
        var (now, tenants) = (new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), new[] { Guid.CreateVersion7() });
        var statement = urgent
            ? SqlServerOutboxClaim.Urgent(OutboxClaim.Urgent(OutboxChannel.Mail, now, tenants, 8))
            : SqlServerOutboxClaim.Usual(OutboxClaim.Usual(OutboxChannel.Mail, now, tenants, 8));
        var sql = string.Format(CultureInfo.InvariantCulture, statement.Format,
            [.. Enumerable.Range(0, statement.ArgumentCount).Select(i => "@p" + i)]);

        var script = TSqlScript.Parse(sql);

        script.Errors.ShouldBeEmpty();
        script.Statements.Count.ShouldBe(1);
        sql.ShouldContain("READPAST, UPDLOCK, ROWLOCK");
    }
}
