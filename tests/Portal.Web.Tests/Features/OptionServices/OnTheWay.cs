using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.TestKit.Webhooks;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Outbox;

namespace Portal.Web.Tests.Features.OptionServices;

/// <summary>
/// From a saved setting to the network: at least once, in order, and the page says where it is (OPT-3).
/// </summary>
public sealed class OnTheWay : OptionTest
{
    [Fact]
    public async Task OPT_3_WithTheNetworkDown_ThePageSaysSo_AndOnceItIsUp_AllIsAppliedWithoutAnybodyDoingAnything()
    {
        var down = true;
        Network.Answer = (_, context) => Answer(context, down ? 503 : 204);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映中");

        await WorkAsync();
        (await StateAsync(browser, OptionService.Forwarding)).ShouldMatch("反映できていません.*自動で再送します");
        (await browser.GetAsync("/t/homephone/home")).ShouldShow("まだ反映できていない設定があります").ShouldShow("自動で再送しています。");
        (await browser.GetAsync(Address(Main, "states"))).Texts("[data-state=Forwarding] [data-moving=true]").ShouldHaveSingleItem();

        await ForwardAsync(browser, target: "06-6123-4567");
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映中");
        down = false;
        App.Time.Advance(TimeSpan.FromMinutes(2));
        await DrainAsync();

        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
        Versions().ShouldBe([1, 2], "the one that failed was overtaken");
        var row = (await SettingAsync(Main, OptionService.Forwarding))!;
        (row.AppliedVersion, row.NextTryAt, row.FailedAt).ShouldBe((2, null, null));
        (await browser.GetAsync(Address(Main, "states"))).Texts("[data-moving=true]").ShouldBeEmpty();
    }

    [Fact]
    public async Task OPT_3_ServicesOfOneNumber_KeepTheirOrder_AndOtherNumbersDoNotWait()
    {
        var refused = true;
        Network.Answer = (webhook, context) =>
            Answer(context, refused && webhook.Data.GetProperty("number").GetString() == "+81666660001" ? 500 : 204);
        var (browser, other) = (await SignedInAsync(), await SignedInAsync(Second));
        await ForwardAsync(browser);
        await RejectAsync(browser);
        await ForwardAsync(other, Second);

        await DrainAsync();

        (await StateAsync(other, OptionService.Forwarding, Second)).ShouldStartWith("反映済み");
        (await StateAsync(browser, OptionService.AnonymousRejection)).ShouldMatch("反映できていません.*自動で再送します");
        Services("+81666660001").ShouldBe(["forwarding"]);

        refused = false;
        App.Time.Advance(TimeSpan.FromMinutes(2));
        await DrainAsync();
        Services("+81666660001").ShouldBe(["forwarding", "forwarding", "anonymousRejection"]);
        Told.ShouldAllBe(webhook => webhook.IsGenuine);
    }

    [Fact]
    public async Task OPT_3_WhatIsSavedBehindOneThatFails_WaitsForNothing()
    {
        var down = true;
        Network.Answer = (_, context) => Answer(context, down ? 503 : 204);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        await WorkAsync();
        App.Time.Advance(TimeSpan.FromMinutes(2));
        await WorkAsync();
        (await OwedAsync()).Single().NextTryAt.ShouldBeGreaterThan(App.Time.GetUtcNow().AddMinutes(1));

        down = false;
        await RejectAsync(browser);
        await DrainAsync();

        Services("+81666660001").ShouldBe(["forwarding", "forwarding", "forwarding", "anonymousRejection"]);
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
        (await StateAsync(browser, OptionService.AnonymousRejection)).ShouldStartWith("反映済み");
    }

    [Fact]
    public async Task OPT_3_ALaterVersion_TakesThePlaceOfOneThatFails_AndOfNoneThatWasNeverTried()
    {
        var refused = true;
        Network.Answer = (_, context) => Answer(context, refused ? 503 : 204);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        await WorkAsync();

        refused = false;
        await ForwardAsync(browser, target: "06-6123-4567");
        await ForwardAsync(browser, target: "06-6123-4568");
        await DrainAsync();

        (await OwedAsync()).Select(row => row.State).ShouldBe([OutboxState.GivenUp, OutboxState.Sent, OutboxState.Sent]);
        (await App.World.Audit.ListAsync(OutboxEvents.OutboxGivenUp, happened => happened.Reason)).ShouldBe(["overtaken"]);
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
    }

    [Theory]
    [InlineData(410, "反映できませんでした")]
    [InlineData(503, "反映できていません")]
    public async Task OPT_3_WhatTheNetworkHasNotTaken_IsSentAgain_BySavingItOnceMore(int status, string state)
    {
        Network.Answer = (_, context) => Answer(context, status);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        await WorkAsync();
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith(state);

        Network.Answer = (_, context) => Answer(context, 204);
        await ForwardAsync(browser);
        await DrainAsync();

        Versions().ShouldBe([1, 2]);
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
        await ForwardAsync(browser);
        (await OwedAsync()).Count.ShouldBe(2, "the network has it");
    }

    [Fact]
    public async Task OPT_3_TwoNodes_TellEachSettingOnce_InOrder()
    {
        var browser = await SignedInAsync();
        for (var i = 0; i < 6; i++)
        {
            await ForwardAsync(browser, target: $"06-6123-450{i}");
        }

        await using var node = App.SecondNode();
        await Task.WhenAll(DrainAsync(), DrainAsync(node));

        Versions().ShouldBe([1, 2, 3, 4, 5, 6]);
        (await SettingAsync(Main, OptionService.Forwarding))!.AppliedVersion.ShouldBe(6);
    }

    [Fact]
    public async Task OPT_3_OB_03_ALateWorker_AndASecondAnswer_ChangeNothing()
    {
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        var late = await App.WithServicesAsync(async services => (await services.GetRequiredService<OutboxRows>()
            .ClaimAsync(OutboxChannel.Webhook, 8, [], CancellationToken.None)).Single());
        App.Time.Advance(TimeSpan.FromSeconds(61));
        await WorkAsync();
        var applied = (await SettingAsync(Main, OptionService.Forwarding))!;

        (await App.WithServicesAsync(services => services.GetRequiredService<OutboxRows>().SettleAsync(late, OutboxChannel.Webhook,
            new OutboxVerdict(OutboxState.Failed, "late")))).ShouldBeFalse();

        var row = (await SettingAsync(Main, OptionService.Forwarding))!;
        (row.State, row.AppliedVersion, row.AppliedAt).ShouldBe((ProvisioningState.Applied, 1, applied.AppliedAt));
        (row.Version, row.ChangedAt).ShouldBe((applied.Version, applied.ChangedAt));
    }

    [Fact]
    public async Task OPT_3_AfterTheLastTry_ItIsADeadLetter_AndSentAgainByStaff_ItIsApplied()
    {
        var down = true;
        Network.Answer = (_, context) => Answer(context, down ? 500 : 204);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        while ((await OwedAsync()).Single() is { State: OutboxState.Waiting } waiting)
        {
            App.Time.Set(waiting.NextTryAt);
            await WorkAsync();
        }

        browser = await SignedInAsync();
        (await StateAsync(browser, OptionService.Forwarding)).ShouldMatch("反映できませんでした.*担当者が確認します");
        (await browser.GetAsync("/t/homephone/home")).ShouldShow("まだ反映できていない設定があります").ShouldShow("担当者が確認します。")
            .ShouldNotShow("再送しています");

        down = false;
        var dead = (await OwedAsync()).Single();
        (await App.InTenantAsync(HomeLine.Tenant, services => services.GetRequiredService<OutboxActs>().RetryAsync(dead))).ShouldBeTrue();
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映中");
        await WorkAsync();
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
        Told.Select(webhook => webhook.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OPT_3_ADeadLetter_ThatALaterVersionOvertook_IsNotSentAgain()
    {
        var broken = true;
        Network.Answer = (webhook, context) => Answer(context, broken ? 410 : 204);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        await WorkAsync();
        var dead = (await OwedAsync()).Single();
        dead.State.ShouldBe(OutboxState.Failed);

        broken = false;
        await ForwardAsync(browser, target: "06-6123-4567");
        await WorkAsync();

        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
        (await OwedAsync()).Select(row => row.State).ShouldBe([OutboxState.GivenUp, OutboxState.Sent]);
        (await App.World.Audit.ListAsync(OutboxEvents.OutboxGivenUp, happened => new { happened.Reason, happened.SubjectName }))
            .ShouldBe([new { Reason = (string?)"overtaken", SubjectName = (string?)dead.Recipient }]);
        (await App.InTenantAsync(HomeLine.Tenant, services => services.GetRequiredService<OutboxActs>().RetryAsync(dead))).ShouldBeFalse();
    }

    [Fact]
    public async Task OPT_3_AnOlderOneSentAgain_LeavesAFailedSettingFailed()
    {
        Network.Answer = (_, context) => Answer(context, 410);
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        await WorkAsync();
        var dead = (await OwedAsync()).Single();
        await ForwardAsync(browser, target: "06-6123-4567");
        await WorkAsync();
        var failed = (await SettingAsync(Main, OptionService.Forwarding))!;
        failed.State.ShouldBe(ProvisioningState.Failed);

        App.Time.Advance(TimeSpan.FromMinutes(1));
        (await App.InTenantAsync(HomeLine.Tenant, services => services.GetRequiredService<OutboxActs>().RetryAsync(dead))).ShouldBeTrue();
        await WorkAsync();

        var row = (await SettingAsync(Main, OptionService.Forwarding))!;
        (row.State, row.FailedAt).ShouldBe((ProvisioningState.Failed, failed.FailedAt));
    }

    [Fact]
    public async Task OPT_3_OPT_4_WhatIsSettledWhileTheNextVersionIsSaved_SaysNothingOfThatOne()
    {
        var browser = await SignedInAsync();
        await ForwardAsync(browser);

        var outcome = await App.InTenantAsync(HomeLine.Tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(each => each.Id == Ids[Main]);
            var saved = await services.GetRequiredService<OptionActs>().SaveAsync(user, Main, 1,
                new ForwardingSettings { Mode = ForwardingMode.Always, Target = "+81661234567" });

            // Behind the reading and before the writing.
            await WorkAsync();
            return saved;
        });

        outcome.ShouldBeOfType<OptionOutcome.Saved>();
        var row = (await SettingAsync(Main, OptionService.Forwarding))!;
        (row.Version, row.AppliedVersion, row.State).ShouldBe((2, 1, ProvisioningState.Applying));
        await DrainAsync();
        (await StateAsync(browser, OptionService.Forwarding)).ShouldStartWith("反映済み");
    }

    [Fact]
    public async Task OPT_3_GivenUpByStaff_ThePageSaysThatItFailed()
    {
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        var row = (await OwedAsync()).Single();

        (await App.InTenantAsync(HomeLine.Tenant, services => services.GetRequiredService<OutboxActs>().GiveUpAsync(row))).ShouldBeTrue();

        (await StateAsync(browser, OptionService.Forwarding)).ShouldContain("反映できませんでした");
    }

    [Fact]
    public async Task OPT_3_LookingAgainByItself_IsNoUseOfTheSession()
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(14));
        (await browser.GetAsync(Address(Main, "states"))).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromMinutes(2));

        (await browser.GetAsync(Address(Main, "states"))).Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task RejectAsync(PortalBrowser browser) =>
        (await SaveAsync((await browser.GetAsync(Address(Main, "anonymous-rejection"))).Form().Check("On")))
            .ShouldRedirectTo(Address(Main));

    private async Task DrainAsync(PortalApp? node = null)
    {
        while (await WorkAsync(node ?? App) > 0)
        {
        }
    }

    private IReadOnlyList<int> Versions() => [.. Told.Select(webhook => webhook.Data.GetProperty("version").GetInt32())];

    private IReadOnlyList<string> Services(string number) => [.. Told
        .Where(webhook => webhook.Data.GetProperty("number").GetString() == number)
        .Select(webhook => webhook.Data.GetProperty("service").GetString()!)];
}
