using Portal.TestKit.Accounts;
using Portal.Web.Outbox;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Outbox;

/// <summary>
/// A mailbox that the mail server refuses at once is flagged as one from which mail came back (ML-05).
/// </summary>
public sealed class RefusedMailboxes : OutboxTest
{
    private const string Address = "gone@example.jp";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ML_05_ARefusalThatIsAboutTheMailbox_FlagsIt(bool isOfMailbox)
    {
        var id = await new Account(MailTenant.Slug, "N1") { Email = Address, EmailConfirmed = false }.AddToAsync(App);
        World.Answer = _ => new Delivery.Refused("550 5.1.1 no such user") { IsOfMailbox = isOfMailbox };
        await OweAsync(Address);

        await WorkAsync();

        (await App.World.Accounts.ReadAsync(id, user => user.EmailBouncedAt != null)).ShouldBe(isOfMailbox);
        (await App.World.Audit.CountAsync("email-bounced", id)).ShouldBe(isOfMailbox ? 1 : 0);
    }
}
