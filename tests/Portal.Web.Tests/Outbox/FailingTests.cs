using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Outbox;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Outbox;

public sealed class FailingTests : OutboxTest
{
    [Fact]
    public async Task OB_04_APoisonRow_IsGivenUpAfterEightTries_AndStopsNobodyElse()
    {
        World.Answer = mail => mail.Recipient == "poison@example.jp" ? throw new InvalidOperationException("boom") : null;
        await OweAsync("poison@example.jp", "a@example.jp", "b@example.jp");

        await WorkAsync();
        World.Recipients.ShouldBe(["poison@example.jp", "a@example.jp", "b@example.jp"], ignoreOrder: true);

        var started = App.Time.GetUtcNow();
        while ((await PoisonAsync()) is { State: OutboxState.Waiting } row)
        {
            App.Time.Set(row.NextTryAt);
            (await WorkAsync()).ShouldBe(1);
        }

        var dead = await PoisonAsync();
        dead.State.ShouldBe(OutboxState.Failed);
        dead.Tries.ShouldBe(8);
        dead.LastError!.ShouldContain("boom");
        (App.Time.GetUtcNow() - started).ShouldBeInRange(TimeSpan.FromHours(22), TimeSpan.FromHours(26));
    }

    [Fact]
    public async Task OB_04_ARowThatKillsItsWorkerEachTime_IsGivenUp()
    {
        await OweAsync("killer@example.jp");
        for (var i = 0; i < OutboxSchedule.Tries; i++)
        {
            (await ClaimAsync()).Count.ShouldBe(1);
            App.Time.Advance(PastTheLease);
        }

        await WorkAsync();

        World.Given.ShouldBeEmpty();
        (await RowsAsync()).Single().State.ShouldBe(OutboxState.Failed);
    }

    [Fact]
    public async Task OB_04_OneRecipientsMails_KeepTheirOrder_AlsoWhenTheFirstOneFails()
    {
        var down = true;
        World.Answer = _ => down ? new Delivery.Deferred("later") : null;
        foreach (var text in new[] { "一", "二", "三" })
        {
            await OweAsync(new SampleMail(text), "reader@example.jp");
            App.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await WorkAsync()).ShouldBe(1);
        down = false;
        App.Time.Advance(TimeSpan.FromMinutes(2));
        (await WorkAsync()).ShouldBe(3);

        World.Given.Select(mail => mail.Subject.Split('｜')[0]).ShouldBe(["件名 一", "件名 一", "件名 二", "件名 三"]);
    }

    [Fact]
    public async Task OB_04_ACode_PassesANoticeThatPausesAfterAFailure()
    {
        World.Answer = mail => mail.Subject.StartsWith("件名", StringComparison.Ordinal) ? new Delivery.Deferred("later") : null;
        await OweAsync(new SampleMail(), "reader@example.jp");
        await WorkAsync();
        await OweAsync(new SampleMailWithSecret("012345", App.Time.GetUtcNow().AddMinutes(10)), "reader@example.jp");

        (await WorkAsync()).ShouldBe(1);

        World.Given.Last().Subject.ShouldStartWith("確認コード");
    }

    [Fact]
    public async Task ML_04_APermanentRefusal_IsNotTriedAgain()
    {
        World.Answer = _ => new Delivery.Refused("550 no such user");
        await OweAsync("nobody@example.jp");

        await WorkAsync();
        App.Time.Advance(TimeSpan.FromDays(2));

        (await WorkAsync()).ShouldBe(0);
        var row = (await RowsAsync()).Single();
        row.State.ShouldBe(OutboxState.Failed);
        row.LastError.ShouldBe("550 no such user");
    }

    [Fact]
    public async Task ML_06_AFailedMailKeepsItsTextForStaff_UnlessItHoldsASecret()
    {
        World.Answer = _ => new Delivery.Refused("no");
        await OweAsync(new SampleMail(), "a@example.jp");
        await OweAsync(new SampleMailWithSecret("012345", App.Time.GetUtcNow().AddMinutes(10)), "b@example.jp");

        await WorkAsync();

        var rows = await RowsAsync();
        rows.Single(row => row.Recipient == "a@example.jp").ProtectedBody.ShouldNotBeNull();
        rows.Single(row => row.Recipient == "b@example.jp").ProtectedBody.ShouldBeNull();
    }

    [Fact]
    public async Task ML_06_ACodeThatIsOutOfDate_IsNotSentLate()
    {
        await OweAsync(new SampleMailWithSecret("012345", App.Time.GetUtcNow().AddMinutes(10)), "reader@example.jp");
        App.Time.Advance(TimeSpan.FromMinutes(10));

        await WorkAsync();

        World.Given.ShouldBeEmpty();
        var row = (await RowsAsync()).Single();
        row.State.ShouldBe(OutboxState.Expired);
        row.ProtectedBody.ShouldBeNull();
    }

    [Fact]
    public async Task ATextThatCannotBeRead_IsTriedAgain_AndNeverSentEmpty()
    {
        await OweAsync("reader@example.jp");
        await App.InTenantAsync(MailTenant.Slug, services =>
        {
            var bodies = services.GetRequiredService<OutboxBodies>();
            return App.World.Mails.ChangeAllAsync(mail => mail.ProtectedBody,
                bodies.Protect(Guid.CreateVersion7(), new OutboxBody("x", "x")));
        });

        await WorkAsync();

        World.Given.ShouldBeEmpty();
        (await RowsAsync()).Single().State.ShouldBe(OutboxState.Waiting);
    }

    private async Task<OutboxMessage> PoisonAsync() => (await RowsAsync()).Single(row => row.Recipient == "poison@example.jp");
}
