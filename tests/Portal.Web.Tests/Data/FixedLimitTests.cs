using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Lists;

namespace Portal.Web.Tests.Data;

/// <summary>How many rows a page shows is part of its statement, and the statement is written once (PERF-2).</summary>
public sealed class FixedLimitTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    public void PERF_2_TheNumber_IsWrittenIntoTheStatement(int size)
    {
        using var postgres = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);

        Page(postgres, 1, size).ToQueryString().ShouldContain($"LIMIT {size}");
        Page(postgres, 3, size).ToQueryString().ShouldContain($"LIMIT {size} OFFSET @");
        Page(sqlServer, 1, size).ToQueryString().ShouldContain($"TOP({size})");
        Page(sqlServer, 3, size).ToQueryString().ShouldContain($"FETCH NEXT {size} ROWS ONLY");
    }

    [Fact]
    public void PERF_2_WithinAnotherQuery_ItIsWrittenAsWell()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        var ids = Page(db, 1, 20);

        db.Users.Where(user => ids.Contains(user.Id)).ToQueryString().ShouldContain("LIMIT 20");
    }

    [Fact]
    public async Task PERF_2_TheStatement_IsWrittenOnce_HoweverOftenItIsAsked()
    {
        await using var app = await PortalApp.CreateAsync();
        var seen = new Statements();
        var options = new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql(app.Database.AppConnectionString)
            .AddInterceptors(seen).Options;
        for (var time = 0; time < 3; time++)
        {
            var scope = new TenantScope();
            scope.Use(Guid.NewGuid());
            await using var db = new NpgsqlPortalDbContext(options, scope, app.Time);
            (await Page(db, 1, 20).ToListAsync()).ShouldBeEmpty();
        }

        seen.Texts.Count.ShouldBe(3);
        seen.Texts.ShouldAllBe(text => ReferenceEquals(text, seen.Texts[0]));
    }

    private static IQueryable<Guid> Page(PortalDbContext db, int page, int size) =>
        db.Users.OrderBy(user => user.Id).Select(user => user.Id).OnPage(page, size);

    private sealed class Statements : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            Texts.Add(result.CommandText);
            return result;
        }
    }
}
