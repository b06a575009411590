using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Home;

/// <summary>The home begins with what needs attention now, counted, with the act one click away (FACE-2).</summary>
public sealed class WhatNeedsAttention : IAsyncLifetime
{
    private const string Tenant = "control";
    private const string ParentId = "N0009001";
    private readonly CountingRounds rounds = new();
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: services =>
            services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(rounds)));
        await new Account(Tenant, ParentId) { IsManager = true, Keyword = "Keyword1357", Email = "one@control.example.jp" }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task FACE_2_AManagerSeesWhoIsStuck_MostUrgentFirst_AndOneClickLeadsToTheAct()
    {
        await LockAsync(await new Account(Tenant, "N0009002").AddToAsync(app), "N0009002");
        await LockAsync(await new Account(Tenant, "N0009003").AddToAsync(app), "N0009003");
        await new Account(Tenant, "N0009004") { With = user => user.MustChangePassword = true }.AddToAsync(app);

        var home = (await app.CreateBrowser().SignInAsync(Tenant, ParentId)).ShouldBeOk();

        home.Texts(".p-task__title").ShouldBe(["ロック中のオペレータ 2件", "パスワードを設定していないオペレータ 1件"]);
        var release = (await home.ClickAsync("ロックの解除へ")).ShouldBeOk();
        release.Text.ShouldContain("N0009002");
        release.Text.ShouldContain("N0009003");
        (await home.ClickAsync(".p-task[data-tone=soon] a")).ShouldBeOk().Texts("tbody th").ShouldHaveSingleItem()
            .ShouldContain("N0009004");
    }

    [Fact]
    public async Task FACE_2_AMemberSeesNothingOfOthers()
    {
        await LockAsync(await new Account(Tenant, "N0009002").AddToAsync(app), "N0009002");
        await new Account(Tenant, "N0009005") { Keyword = "Keyword1357", Email = "five@control.example.jp" }.AddToAsync(app);

        var home = (await app.CreateBrowser().SignInAsync(Tenant, "N0009005")).ShouldBeOk();

        home.Texts(".p-task__title").ShouldBeEmpty();
        home.Text.ShouldContain("いま対応が必要なことはありません。");
    }

    [Fact]
    public async Task FACE_2_WhatEndsSoonIsTold_WhatHasEndedIsNot()
    {
        var today = new DateOnly(2026, 5, 13);
        await new Account(Tenant, "N0009002") { With = user => user.ValidUntil = today.AddDays(30) }.AddToAsync(app);
        await new Account(Tenant, "N0009003") { With = user => user.ValidUntil = today.AddDays(31) }.AddToAsync(app);
        await new Account(Tenant, "N0009004") { With = user => user.ValidUntil = today.AddDays(-1) }.AddToAsync(app);

        var home = (await app.CreateBrowser().SignInAsync(Tenant, ParentId)).ShouldBeOk();

        home.Texts(".p-task__title").ShouldBe(["30日以内に有効期限が切れるオペレータ 1件"]);
    }

    [Theory]
    [InlineData(SecondFactorMode.Optional, true)]
    [InlineData(SecondFactorMode.Off, false)]
    public async Task FACE_2_WhoIsKeptByAPasswordAloneIsAdvised_WhereThereIsSomethingBetter(SecondFactorMode mode, bool told)
    {
        await app.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(mode, ["app", "emailCode"]) });

        var home = (await app.CreateBrowser().SignInAsync(Tenant, ParentId)).ShouldBeOk();

        home.Texts(".p-task__title").ShouldBe(told ? ["ログインをより安全にできます"] : []);
    }

    [Fact]
    public async Task FACE_2_AllCountsAreOneQuery()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, ParentId);
        rounds.Forget();

        (await browser.GetAsync("/t/control/home")).ShouldBeOk();

        rounds.Counting.ShouldBe(1);
    }

    [Fact]
    public async Task FACE_2_TheServiceFollows_WithItsFirstLinesAndTheWayToAll()
    {
        var id = await new Account("homephone", "0690000001").AddToAsync(app);
        await app.InTenantAsync("homephone", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var contract = (await db.Users.SingleAsync(user => user.Id == id)).ContractId!.Value;
            db.ContractLines.AddRange(new[] { "0690000001", "0690000002" }.Select(number => new ContractLine
            {
                Id = Guid.CreateVersion7(),
                ContractId = contract,
                Number = number,
                Name = "",
                Kind = "main",
                StartsOn = new DateOnly(2026, 1, 1),
            }));
        });

        var home = (await app.CreateBrowser().SignInAsync("homephone", "0690000001")).ShouldBeOk();

        home.Texts(".p-service .p-facts__main").ShouldBe(["06-9000-0001", "06-9000-0002"]);
        (await home.ClickAsync("2件すべてを表示")).ShouldBeOk().Texts("tbody th").Count.ShouldBe(2);
    }

    [Fact]
    public async Task LOGIN_8_AReleaseHidesNeitherTheFailuresNorTheLock()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, ParentId);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        var id = await app.World.Accounts.IdOfAsync(ParentId);
        await LockAsync(id, ParentId);
        await new Account(Tenant, "N0009009") { IsManager = true }.AddToAsync(app);
        var boss = app.CreateBrowser();
        await boss.SignInAsync(Tenant, "N0009009");
        var confirm = await boss.GetAsync($"/t/control/operators/{id}/lockout-release");
        await confirm.Form("form[action$=lockout-release]").SubmitAsync("ロックを解除");
        app.Time.Advance(TimeSpan.FromMinutes(5));

        var home = (await app.CreateBrowser().SignInAsync(Tenant, ParentId)).ShouldBeOk();

        home.Find(".p-lastly").TextContent.ShouldContain("5回");
        home.Text.ShouldContain("前回のログインの後に、ロックされました");
    }

    private async Task LockAsync(Guid id, string loginId)
    {
        for (var i = 0; i < 5; i++)
        {
            await app.CreateBrowser().TrySignInAsync(Tenant, loginId, "Wrong1357-Tiger");
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await app.World.Locks.IsLockedAsync(id)).ShouldBeTrue();
    }

    /// <summary>How many statements counted something for the page.</summary>
    private sealed class CountingRounds : DbCommandInterceptor
    {
        private int counting;

        public int Counting => Volatile.Read(ref counting);

        public void Forget() => Volatile.Write(ref counting, 0);

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData,
            DbDataReader result, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.CommandText.Contains("count(", StringComparison.OrdinalIgnoreCase))
            {
                Interlocked.Increment(ref counting);
            }

            return ValueTask.FromResult(result);
        }
    }
}
