using Portal.Web.Features.Admin;
using Portal.Web.Features.Admin.Announcements;
using Portal.Web.Features.Admin.Approvals;
using Portal.Web.Features.Admin.AuditTrail;
using Portal.Web.Features.Admin.Cases;
using Portal.Web.Features.Admin.Contracts;
using Portal.Web.Features.Admin.Dashboard;
using Portal.Web.Features.Admin.Imports;
using Portal.Web.Features.Admin.Knowledge;
using Portal.Web.Features.Admin.LinkedAdministrators;
using Portal.Web.Features.Admin.Lockouts;
using Portal.Web.Features.Admin.Memberships;
using Portal.Web.Features.Admin.Orders;
using Portal.Web.Features.Admin.Outbox;
using Portal.Web.Features.Admin.Points;
using Portal.Web.Features.Admin.RentalItems;
using Portal.Web.Features.Admin.Staff;
using Portal.Web.Features.Admin.Telephony;
using Portal.Web.Features.Admin.TenantPolicies;
using Portal.Web.Features.Admin.Tenants;
using Portal.Web.Features.Admin.Users;
using Portal.Web.Features.Admin.WorkItems;
using Portal.Web.Features.Admin.WorkRequests;
using Portal.Web.Features.Announcements;
using Portal.Web.Features.AuthenticationUnits;
using Portal.Web.Features.Cases;
using Portal.Web.Features.Contracts;
using Portal.Web.Features.Dev.BackOffice;
using Portal.Web.Features.Dev.Network;
using Portal.Web.Features.Dev.Phone;
using Portal.Web.Features.Home;
using Portal.Web.Features.Knowledge;
using Portal.Web.Features.Landing;
using Portal.Web.Features.Lines;
using Portal.Web.Features.LinkedAdministrators;
using Portal.Web.Features.Operators;
using Portal.Web.Features.OptionServices;
using Portal.Web.Features.Orders;
using Portal.Web.Features.OwnAccount.EmailChange;
using Portal.Web.Features.OwnAccount.Hub;
using Portal.Web.Features.OwnAccount.OwnData;
using Portal.Web.Features.OwnAccount.Passkeys;
using Portal.Web.Features.OwnAccount.Passwords;
using Portal.Web.Features.OwnAccount.Profile;
using Portal.Web.Features.OwnAccount.SecondFactors;
using Portal.Web.Features.Points;
using Portal.Web.Features.Recovery;
using Portal.Web.Features.Shared;
using Portal.Web.Features.SignIn;
using Portal.Web.Features.SignInNotices;
using Portal.Web.Features.Telephony;
using Portal.Web.Features.WorkRequests;

namespace Portal.Web.Features;

public static class FeatureServices
{
    /// <summary>The table of contents: a line a feature that needs more than its controllers.</summary>
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddShared()
        .AddLanding()
        .AddHome()
        .AddSignIn()
        .AddSignInNotices()
        .AddRecovery()
        .AddOperators()
        .AddAnnouncementPages()
        .AddKnowledgePages()
        .AddCasePages()
        .AddOrderPages()
        .AddPointPages()
        .AddWorkRequestPages()
        .AddContractPages()
        .AddLines()
        .AddLinkedAdministrators()
        .AddVoice()
        .AddUnits()
        .AddOptionPages()
        .AddPhone()
        .AddNetwork()
        .AddBackOffice()
        .AddHub()
        .AddProfile()
        .AddPasswords()
        .AddPasskeys()
        .AddOwnData()
        .AddEmailChange()
        .AddSecondFactors()
        .AddAdmin()
        .AddDashboard()
        .AddAdminLockouts()
        .AddAdminUsers()
        .AddAdminContracts()
        .AddAdminTelephony()
        .AddAdminPoints()
        .AddAdminMemberships()
        .AddAdminLinks()
        .AddAuditTrail()
        .AddAdminOutbox()
        .AddAdminCases()
        .AddAdminOrders()
        .AddAdminAnnouncements()
        .AddAdminKnowledge()
        .AddAdminWorkRequests()
        .AddAdminWorkItems()
        .AddAdminRentalItems()
        .AddAdminStaff()
        .AddAdminApprovals()
        .AddAdminImports()
        .AddAdminPolicies()
        .AddAdminTenants();
}
