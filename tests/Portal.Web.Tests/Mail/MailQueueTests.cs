using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;

namespace Portal.Web.Tests.Mail;

public sealed class MailQueueTests : IAsyncLifetime
{
    private PortalApp app = null!;
    private Guid tenant;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        tenant = await MailTenant.AddAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ML_03_OneBusinessKey_IsOneMail()
    {
        await EnqueueAsync("order/1");
        await EnqueueAsync("order/1");
        await app.InTenantAsync(MailTenant.Slug, async services =>
        {
            await EnqueueAsync(services, "order/2");
            await EnqueueAsync(services, "order/2");
        });

        (await app.MailsAsync()).Select(mail => mail.MessageId).Distinct().Count().ShouldBe(2);
        (await RowsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ML_03_TwoAtOnce_AreOneMail()
    {
        var both = Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await EnqueueAsync("order/3");
            }
            catch (DbUpdateException)
            {
                // The index let one of them commit.
            }
        });
        await Task.WhenAll(both);

        (await RowsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task AMail_StandsAndFallsWithItsTransaction()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => app.InTenantAsync(MailTenant.Slug, async services =>
        {
            await EnqueueAsync(services, "order/4");
            throw new InvalidOperationException("The order failed.");
        }));

        (await app.MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ML_06_TheText_IsUnreadableWhileItWaitsAndGoneOnceItIsSent()
    {
        const string Secret = "Canary2468";
        await EnqueueAsync("code/1", new SampleMailWithSecret(Secret, app.Time.GetUtcNow().AddMinutes(10)));

        var waiting = (await RowsAsync()).Single();
        Encoding.Latin1.GetString(waiting.ProtectedBody!).ShouldNotContain(Secret);
        (await app.World.Mails.CountMentioningAsync(Secret)).ShouldBe(0);

        (await app.MailsAsync()).Single().Text.ShouldContain(Secret);
        (await RowsAsync()).Single().ProtectedBody.ShouldBeNull();
    }

    [Theory]
    [InlineData("victim@example.jp,attacker@example.jp")]
    [InlineData("victim@example.jp\r\nBcc: attacker@example.jp")]
    [InlineData("\"a\r\nb\"@example.jp")]
    [InlineData("Victim <victim@example.jp>")]
    [InlineData("victim@example.jp ")]
    public async Task TR_08_IV_10_WhatIsNotOnePlainAddress_GetsNothing(string address)
    {
        await app.InTenantAsync(MailTenant.Slug, services =>
            services.GetRequiredService<MailQueue>().EnqueueAsync(new SampleMail(), new MailRecipient(tenant, address), "order/5"));

        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TheReaderDecidesLanguageAndZone_TheTenantWhereTheReaderDoesNot()
    {
        await new Account(MailTenant.Slug, "N0001")
        {
            Email = "en@example.jp",
            With = user => (user.Language, user.TimeZone) = ("en", "Europe/Berlin")
        }.AddToAsync(app);
        await new Account(MailTenant.Slug, "N0002") { Email = "ja@example.jp" }.AddToAsync(app);
        await new Account(MailTenant.Slug, "N0003").AddToAsync(app);
        await app.InTenantAsync(MailTenant.Slug, async services =>
        {
            foreach (var user in await services.GetRequiredService<Web.Data.PortalDbContext>().Users.ToListAsync())
            {
                await services.GetRequiredService<MailQueue>().EnqueueAsync(new SampleMail(), user, $"sample/{user.Id}");
            }
        });

        var mails = await app.MailsAsync();

        mails.Count.ShouldBe(2);
        mails.Single(mail => mail.To == "en@example.jp").Subject.ShouldEndWith("Test portal");
        mails.Single(mail => mail.To == "ja@example.jp").Subject.ShouldEndWith("試験ポータル");
    }

    [Fact]
    public async Task TheMessageId_IsOfTheSendersDomain()
    {
        await EnqueueAsync("order/6");

        (await RowsAsync()).Single().MessageId.ShouldMatch(@"^<[0-9a-f-]{36}@portal\.example\.jp>\z");
    }

    private Task EnqueueAsync(string key, PortalMail? mail = null) =>
        app.InTenantAsync(MailTenant.Slug, services => EnqueueAsync(services, key, mail));

    private Task EnqueueAsync(IServiceProvider services, string key, PortalMail? mail = null) =>
        services.GetRequiredService<MailQueue>()
            .EnqueueAsync(mail ?? new SampleMail(), new MailRecipient(tenant, "reader@example.jp"), key);

    private Task<List<OutboxMessage>> RowsAsync() => app.QueryAsync(MailTenant.Slug, db => db.Outbox.AsNoTracking().ToListAsync());
}
