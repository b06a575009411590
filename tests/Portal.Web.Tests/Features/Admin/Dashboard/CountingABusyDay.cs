using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;
using Portal.Web.Tests.Mail.Smtp;

namespace Portal.Web.Tests.Features.Admin.Dashboard;

/// <summary>The first page of a provider with many events (ADMIN-9).</summary>
public sealed class CountingABusyDay : StaffTest
{
    private const string Attacker = "198.51.100.77";

    private readonly HandClock time = new();

    protected override Action<IServiceCollection>? Added => services => services.AddSingleton(new LargeCounts(time));

    [Fact]
    public async Task ADMIN_9_PERF_3_TheFiguresOfABusyDay_AreAskedOnceInTenSeconds_ThoseOfAQuietOneEachTime()
    {
        var (agent, administrator) = (await AgentAsync(), await AdministratorAsync());
        await FailAsync(950);
        (await AttackAsync(agent)).ShouldBe(950);
        await FailAsync(LargeCounts.Large - 950);
        (await AttackAsync(agent)).ShouldBe(LargeCounts.Large);

        await FailAsync(50);
        (await AttackAsync(agent)).ShouldBe(LargeCounts.Large);
        (await AttackAsync(administrator)).ShouldBe(LargeCounts.Large + 50, "they are shown mails as well");
        time.Advance(TimeSpan.FromSeconds(10));
        (await AttackAsync(agent)).ShouldBe(LargeCounts.Large + 50);
    }

    private static async Task<int> AttackAsync(PortalBrowser staff) =>
        int.Parse((await staff.GetAsync("/admin")).ShouldBeOk().Texts(".p-callout li")[0].Replace(Attacker, "", StringComparison.Ordinal)
            .Trim(' ', '回'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private Task FailAsync(int times) => App.InTenantAsync(Control, services =>
    {
        services.GetRequiredService<PortalDbContext>().AuditEvents.AddRange(Enumerable.Range(0, times).Select(_ => new AuditEvent
        {
            Id = Guid.CreateVersion7(),
            Kind = AuditKinds.SignInFailed,
            CorrelationId = "test",
            OccurredAt = App.Time.GetUtcNow(),
            ActorKind = ActorKind.Anonymous,
            SubjectName = "N0009001",
            Address = Attacker,
        }));
        return Task.CompletedTask;
    });
}
