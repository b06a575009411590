using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Tests.Data;

/// <summary>A query is compiled when it is first asked, and known from then on.</summary>
public sealed class CompiledOnce
{
    /// <summary>Lifting a filter by its name once made each query another one (EF 10.0.0).</summary>
    [Fact]
    public async Task PERF_2_AQueryOverSeveralSites_IsCompiledOnce()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        var tenant = await app.Database.ReadAsync<Guid>($"""SELECT "TenantId" FROM "Users" LIMIT 1""");
        var compiled = new List<string>();
        var options = new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql(app.Database.AppConnectionString)
            .LogTo(compiled.Add, [CoreEventId.QueryExecutionPlanned]).Options;

        for (var times = 0; times < 3; times++)
        {
            var scope = new TenantScope();
            scope.Use(tenant);
            await using var db = new NpgsqlPortalDbContext(options, scope, app.Time);
            (await db.Users.AcrossTenants(scope).Select(user => user.UserName).SingleAsync()).ShouldBe("N0009001");
        }

        compiled.Count.ShouldBe(1);
    }
}
