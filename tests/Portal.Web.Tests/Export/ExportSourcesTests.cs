using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Export;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Export;

public sealed class ExportSourcesTests
{
    [Fact]
    public async Task HIST_3_AnotherListBecomesAFileByAddingASource()
    {
        await using var app = await PortalApp.CreateAsync(services: services => services.AddScoped<IExportSource, Planets>());
        var userId = await new Account("control", "N0009001").AddToAsync(app);
        await app.InTenantAsync("control", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await db.Users.SingleAsync(row => row.Id == userId);
            (await services.GetRequiredService<ExportJobs>().RequestAsync(user, AuditSubject.Of(user), Planets.Request(least: 2)))
                .ShouldBeTrue();
        });

        await app.Services.GetRequiredService<ExportRunner>().RunOnceAsync(CancellationToken.None);

        var job = await app.QueryAsync("control", db => db.ExportJobs.SingleAsync());
        (job.State, job.Kind, job.Rows, job.FileName).ShouldBe((ExportState.Done, "planets", 2, "planets.xlsx"));
        (await app.World.Audit.ReadAsync("exported", happened => happened.Details))!
            .ShouldContain("\"least\":2");
    }

    /// <summary>A list of its own, with a condition of its own.</summary>
    private sealed class Planets : IExportSource
    {
        private static readonly string[] Names = ["水星", "金星", "地球"];

        public string Kind => "planets";

        public static ExportRequest Request(int least) =>
            new("planets", "planets.xlsx", new Contents(least, "ja", ExportContents.FactsOf(new { least })));

        public ExportTable Table(PortalTenant tenant, ExportJob job, Func<int, Task> counted)
        {
            var names = Names.Skip(ExportContents.Of<Contents>(job).Least - 1).ToList();
            return new ExportTable("惑星", ["名前"], RowsAsync(names, counted));
        }

        public Task<bool> MayFetchAsync(ExportJob job) => Task.FromResult(true);

        private static async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(IReadOnlyList<string> names, Func<int, Task> counted)
        {
            await counted(names.Count);
            foreach (var name in names)
            {
                yield return [name];
            }
        }

        private sealed record Contents(int Least, string Language, JsonElement Facts) : ExportContents(Language, Facts);
    }
}
