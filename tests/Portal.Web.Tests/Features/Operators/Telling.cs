using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>Each act on somebody's ID owes its owner a mail, in the same transaction (ML-07).</summary>
public sealed class Telling : OperatorsTest
{
    private const string Details = "form:has([name=Version])";

    private Task<IReadOnlyList<string>> MailsAsync() =>
        App.World.Mails.RecipientsAsync();

    private async Task ShouldHaveToldAsync(params string[] recipients)
    {
        (await MailsAsync()).ShouldBe(recipients);
        await App.World.Mails.ClearAsync();
    }

    [Fact]
    public async Task ML_07_EachActTellsTheOwner()
    {
        const string Owner = "child@control.example.jp";
        await LockAsync(Child);
        var parent = await SignedInAsync(ParentId);
        await App.World.Mails.ClearAsync();

        await (await parent.GetAsync(Page(Child, "lockout-release"))).Form().SubmitAsync();
        await ShouldHaveToldAsync(Owner);
        await (await parent.GetAsync(Page(Child, "temporary-password"))).Form().SubmitAsync();
        await ShouldHaveToldAsync(Owner);
        await (await parent.GetAsync(Page(Child, "disable"))).Form().SubmitAsync();
        await ShouldHaveToldAsync(Owner);
        await (await parent.GetAsync(Page(Child, "enable"))).Form().SubmitAsync();
        await ShouldHaveToldAsync(Owner);
        var recovery = await (await parent.GetAsync(Page(Child, "recovery"))).Form(Details).Fill("Email", "new@control.example.jp")
            .SubmitAsync("確認へ進む");
        await recovery.Form(Details).SubmitAsync("保存");
        await ShouldHaveToldAsync(Owner, "new@control.example.jp");
    }

    [Fact]
    public async Task OPER_7_TheNoticesOfEndingAndIdleIdsAreMails()
    {
        await App.World.Accounts.SetValidUntilAsync(Child, new DateOnly(2026, 5, 20));
        await App.World.Accounts.ChangeAsync(Parent, user => user.CreatedAt, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await App.Services.GetRequiredService<ValidityRound>().RunOnceAsync(TestContext.Current.CancellationToken);

        await ShouldHaveToldAsync("child@control.example.jp", "parent@control.example.jp");
    }
}
