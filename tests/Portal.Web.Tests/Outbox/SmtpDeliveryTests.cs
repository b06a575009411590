using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Outbox;

/// <summary>The whole way: from the outbox's rows through the real transport to a mail server.</summary>
public sealed class SmtpDeliveryTests : OutboxTest
{
    private readonly TestSmtpServer server = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ML_03_TwoHundredMails_LeaveInOneConnectionAWorker()
    {
        await OweAsync([.. Enumerable.Range(0, 200).Select(number => $"reader{number}@example.jp")]);

        (await WorkAsync()).ShouldBe(200);

        server.Received.SelectMany(mail => mail.To).Distinct().Count().ShouldBe(200);
        server.Received.Count.ShouldBe(200);
        server.MostOpen.ShouldBeInRange(1, 4 + 2, "four workers; a worn connection may still say goodbye");
        server.Connections.ShouldBeInRange(1, 4 + 2, "a connection takes a hundred mails");
        (await RowsAsync()).ShouldAllBe(row => row.State == OutboxState.Sent);
    }

    [Fact]
    public async Task ML_04_WhatIsRefusedForGood_IsSetAside_AndWhatIsRefusedForNow_IsTriedAgain()
    {
        var busy = true;
        server.RefuseRecipient = to => to switch
        {
            "nobody@example.jp" => "550 5.1.1 no such user",
            "busy@example.jp" when busy => "451 4.3.0 try later",
            _ => null,
        };
        await OweAsync("nobody@example.jp", "busy@example.jp", "reader@example.jp");

        await WorkAsync();
        (await RowsAsync()).ToDictionary(row => row.Recipient, row => row.State).ShouldBe(new Dictionary<string, OutboxState>
        {
            ["nobody@example.jp"] = OutboxState.Failed,
            ["busy@example.jp"] = OutboxState.Waiting,
            ["reader@example.jp"] = OutboxState.Sent,
        }, ignoreOrder: true);

        busy = false;
        App.Time.Advance(TimeSpan.FromMinutes(2));
        (await WorkAsync()).ShouldBe(1);
        (await RowsAsync()).Single(row => row.Recipient == "busy@example.jp").State.ShouldBe(OutboxState.Sent);
        (await RowsAsync()).Single(row => row.Recipient == "nobody@example.jp").LastError.ShouldBe("550 5.1.1 no such user");
    }

    protected override Task<PortalApp> CreateAppAsync() => PortalApp.CreateAsync(
        new Dictionary<string, string?>
        {
            ["Portal:Mail:Smtp:Host"] = "localhost",
            ["Portal:Mail:Smtp:Port"] = $"{server.Port}",
            ["Portal:Mail:Smtp:StartTls"] = "false",
        },
        services: _ => { });
}
