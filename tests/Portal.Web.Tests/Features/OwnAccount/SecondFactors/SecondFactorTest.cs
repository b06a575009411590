using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Features.OwnAccount.SecondFactors;

/// <summary>What the tests of this folder share: an account of tenant `security` with an authenticator app.</summary>
public abstract class SecondFactorTest : SignInTest
{
    protected const string Secured = "security";
    protected const string Owner = "taro.test.cs";
    protected const string Address = "taro@example.jp";

    protected override Account Usual => new(Secured, Owner) { Email = Address, HasApp = true };

    /// <summary>Past the password, at the page of a method.</summary>
    protected async Task<PortalPage> StepAsync(PortalBrowser browser, string page = "totp", string tenant = Secured, string loginId = Owner)
    {
        ArgumentNullException.ThrowIfNull(browser);
        (await browser.TrySignInAsync(tenant, loginId)).ShouldBe(HttpStatusCode.SeeOther);
        return (await browser.GetAsync($"{SignIns.PathOf(tenant)}/login/{page}")).ShouldBeOk();
    }

    protected static Task<PortalPage> EnterAsync(PortalPage page, string code) => page.Form().Fill("Code", code).SubmitAsync();

    protected static bool IsIn(PortalPage answer) => answer.Location is "/t/security/" or "/t/security/home";

    protected Task<Session> SessionAsync(string tenant = Secured) =>
        App.QueryAsync(tenant,
            db => db.Sessions.Where(row => row.UserId == UserId && row.EndedAt == null).OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Id).FirstAsync());

    protected async Task<int> MailsAsync(string subject) =>
        (await App.MailsAsync(Address)).Count(mail => mail.Subject.Contains(subject, StringComparison.Ordinal));

    protected Task<SignInState> StateAsync() => App.QueryAsync(Secured, db => db.SignInStates.SingleAsync(row => row.UserId == UserId));
}
