using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Reauthentication;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Domain.Accounts.Throttling;

namespace Portal.Web.Domain.Accounts;

public static class AccountServices
{
    /// <summary>The table of contents: a room a line, from the ground up.</summary>
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services) => services
        .AddAccountIdentity()
        .AddAccountHashing()
        .AddAccountLocks()
        .AddAccountLockout()
        .AddAccountSessions()
        .AddAccountThrottling()
        .AddAccountMailedLinks()
        .AddAccountCredentials()
        .AddAccountPasswords()
        .AddAccountDelegation()
        .AddAccountMemberships()
        .AddAccountAccess()
        .AddAccountAttempts()
        .AddAccountRecovery()
        .AddAccountAddresses()
        .AddAccountDetails()
        .AddAccountFactors()
        .AddAccountPasskeys()
        .AddAccountReauthentication()
        .AddAccountSignIn()
        .AddAccountRegistration()
        .AddAccountLinkedAdministrators()
        .AddAccountActing()
        .AddAccountStaff();
}
