using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Submissions;
using Portal.Web.Http.Input;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.Admin.Imports;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>Who works on a form, and until when others wait for it (FP-02).</summary>
public sealed class TakingTurns : IAsyncLifetime
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task FP_02_WhoeverSaysThatItWorks_IsWaitedFor_WhoeverDied_IsNot()
    {
        var mine = (await TakeAsync()).ShouldBeOfType<FormTurn.Mine>();
        app.Time.Advance(FormAnswers.Lease - TimeSpan.FromSeconds(1));
        var later = await AskAsync(answers => answers.RenewAsync(key, mine.Until));
        app.Time.Advance(FormAnswers.Lease - TimeSpan.FromSeconds(1));
        (await TakeAsync()).ShouldBeOfType<FormTurn.InWork>();

        app.Time.Advance(TimeSpan.FromSeconds(2));

        later.ShouldNotBeNull();
        (await TakeAsync()).ShouldBeOfType<FormTurn.Mine>();
    }

    [Fact]
    public async Task FP_02_WhoComesBackAfterAnotherTookTheTurn_NotesKeepsAndForgetsNothing()
    {
        var first = (await TakeAsync()).ShouldBeOfType<FormTurn.Mine>();
        app.Time.Advance(FormAnswers.Lease + TimeSpan.FromSeconds(1));
        var second = (await TakeAsync()).ShouldBeOfType<FormTurn.Mine>();

        (await AskAsync(answers => answers.RenewAsync(key, first.Until))).ShouldBeNull();
        (await AskAsync(answers => answers.NoteAsync(key, first.Until, "/first"))).ShouldBeFalse();
        await AskAsync(async answers =>
        {
            await answers.ForgetAsync(key, first.Until);
            return true;
        });

        (await TakeAsync()).ShouldBeOfType<FormTurn.InWork>();
        (await AskAsync(answers => answers.NoteAsync(key, second.Until, "/second"))).ShouldBeTrue();
        app.Time.Advance(FormAnswers.Lease + TimeSpan.FromSeconds(1));
        (await TakeAsync()).ShouldBe(new FormTurn.Answered(null, "/second"));
    }

    [Fact]
    public async Task SAFE_2_REL_2_WhereATurnCannotBeRenewed_TheWorkGoesOnAndEndsAsUsual()
    {
        var tenant = await app.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("control");
        var mine = (await TakeAsync()).ShouldBeOfType<FormTurn.Mine>();
        var clock = new BeatingClock(app.Time);
        var database = new AwayDatabase(app.Services.GetRequiredService<IServiceScopeFactory>(), time => time == 1);
        app.Time.Advance(TimeSpan.FromSeconds(5));
        await using var form = FormInWork.Begin(key, mine.Until, new TenantWork(database), tenant!, clock, NullLogger.Instance);

        clock.Beat();
        await database.AskedAsync();
        clock.Beat();
        await database.AskedAsync();

        (await form.StopRenewingAsync()).ShouldBe(mine.Until.AddSeconds(5), "the second time it is renewed");
    }

    /// <summary>In no transaction: it opens its own.</summary>
    private async Task<FormTurn> TakeAsync()
    {
        var tenant = await app.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("control");
        await using var scope = app.Services.GetRequiredService<TenantWork>().Enter(tenant!, WorkActor.System("test"));
        return await scope.ServiceProvider.GetRequiredService<FormAnswers>().TakeTurnAsync(key, null);
    }

    private Task<T> AskAsync<T>(Func<FormAnswers, Task<T>> ask) =>
        app.InTenantAsync("control", services => ask(services.GetRequiredService<FormAnswers>()));
}
