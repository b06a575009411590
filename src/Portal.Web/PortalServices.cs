using Portal.Web.Audit;
using Portal.Web.Cli;
using Portal.Web.Data;
using Portal.Web.Data.Keys;
using Portal.Web.Data.Seed;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts;
using Portal.Web.Domain.Announcements;
using Portal.Web.Domain.Approvals;
using Portal.Web.Domain.AuthenticationUnits;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Imports;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Points;
using Portal.Web.Domain.Submissions;
using Portal.Web.Domain.Telephony;
using Portal.Web.Domain.Tenants;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Export;
using Portal.Web.Features;
using Portal.Web.Files;
using Portal.Web.Forms;
using Portal.Web.Http.Hosting;
using Portal.Web.Jobs;
using Portal.Web.Lists;
using Portal.Web.Mail;
using Portal.Web.Outbox;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web;

/// <summary>All of the application's services, the same for the server and the command line.</summary>
internal static class PortalServices
{
    public static IServiceCollection AddPortal(this IServiceCollection services, IConfiguration configuration,
        DatabaseConnections connections) => services
        .AddPortalDatabase(connections)
        .AddPortalStart()
        .AddPortalKeys(configuration)
        .AddPortalTenancy()
        .AddPortalAudit()
        .AddSubmissions()
        .AddPortalAccounts()
        .AddTelephony()
        .AddAuthenticationUnits()
        .AddOptionServices()
        .AddKnowledge()
        .AddAnnouncements()
        .AddCases()
        .AddOrders()
        .AddPoints()
        .AddWorkRequests()
        .AddContracts()
        .AddApprovals()
        .AddImports()
        .AddTenants()
        .AddPortalMail()
        .AddPortalOutbox()
        .AddPortalSetbacks()
        .AddPortalExport()
        .AddPortalFiles()
        .AddPortalSeed()
        .AddPortalLists()
        .AddPortalForms()
        .AddPortalHttp()
        .AddPortalFeatures()
        .AddPortalJobs(connections);
}
