using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Http.Shares;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>What guests cost before anybody knows who they are (RX-02, RX-03).</summary>
public sealed class GuestsAndLargeForms : StaffTest
{
    private const int PerMinute = 60;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Portal:GuestRefusals:PerMinute"] = $"{PerMinute}" };

    [Theory]
    [InlineData("/admin/cases/control/many/file")]
    [InlineData("/admin/imports/control/new")]
    [InlineData("/t/control/account/picture")]
    public async Task RX_03_ALargeForm_IsReadForNobodyWhoIsNotSignedIn(string path)
    {
        var browser = App.CreateBrowser();
        await browser.GetAsync(path.StartsWith("/admin", StringComparison.Ordinal) ? "/admin/login" : "/t/control/login");
        await using var body = new StalledBody();
        using var content = new StreamContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=line");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };

        var answer = await browser.SendAsync(request).WaitAsync(TimeSpan.FromMinutes(2));

        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Location.ShouldNotBeNull().ShouldContain("/login");
    }

    [Fact]
    public async Task RX_02_SAFE_2_OfAFloodOfGuests_FewRefusalsAreRemembered()
    {
        var guests = App.Services.GetRequiredService<GuestRefusals>();
        var elsewhere = new AuditActor { Address = "203.0.113.77" };
        for (var i = 0; i < PerMinute; i++)
        {
            guests.MayRemember(elsewhere).ShouldBeTrue();
        }

        guests.MayRemember(elsewhere).ShouldBeFalse();
        guests.MayRemember(new AuditActor { Address = "203.0.113.78" }).ShouldBeTrue("each address counts for itself");
        var browser = App.CreateBrowser();
        browser.Address = IPAddress.Parse("203.0.113.77");
        var form = (await browser.GetAsync("/t/control/unlock")).Form("main form");
        var other = App.CreateBrowser();
        other.Address = IPAddress.Parse("203.0.113.78");
        var others = (await other.GetAsync("/t/control/unlock")).Form("main form");

        (await form.SubmitAsync()).ShouldBeRefused();
        (await RememberedAsync()).ShouldBe(0);
        (await others.SubmitAsync()).ShouldBeRefused();
        (await RememberedAsync()).ShouldBe(1);
    }

    private Task<int> RememberedAsync() => App.QueryAsync("control", db => db.FormAnswers.CountAsync());

    /// <summary>A body of which more is announced than ever comes: who waits for its end waits for ever.</summary>
    private sealed class StalledBody : Stream
    {
        private const int First = 2 * 1024 * 1024;

        private readonly TaskCompletionSource<int> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => given;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (given >= First)
            {
                return await end.Task.WaitAsync(cancellationToken);
            }

            buffer.Span.Fill((byte)'a');
            given += buffer.Length;
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            end.TrySetResult(0);
            base.Dispose(disposing);
        }
    }
}
