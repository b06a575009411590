using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data;
using Portal.Web.Features.Admin;
using Portal.Web.Features.Admin.AuditTrail;
using Portal.Web.Features.Admin.Dashboard;
using Portal.Web.Features.Admin.Lockouts;
using Portal.Web.Features.Admin.Outbox;
using Portal.Web.Features.Admin.Users;
using Portal.Web.Features.Admin.Users.Acts;
using Portal.Web.Features.Home;
using Portal.Web.Features.Landing;
using Portal.Web.Features.Operators;
using Portal.Web.Features.OwnAccount.Hub;
using Portal.Web.Features.OwnAccount.Passkeys;
using Portal.Web.Features.OwnAccount.Passwords;
using Portal.Web.Features.OwnAccount.Profile;
using Portal.Web.Features.OwnAccount.SecondFactors;
using Portal.Web.Features.Recovery;
using Portal.Web.Features.Recovery.Links;
using Portal.Web.Features.Recovery.ResetLinks;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Features.Shared.Mails;
using Portal.Web.Features.Shared.Passwords;
using Portal.Web.Features.SignIn;
using Portal.Web.Features.SignIn.SecondStep;

namespace Portal.Web.Features;

public static class FeatureServices
{
    /// <summary>What the features need beyond their controllers, a line each.</summary>
    public static IServiceCollection AddPortalFeatures(this IServiceCollection services) => services
        .AddScoped<PasswordPolicyPresenter>()
        .AddScoped<PortalFinder>()
        .Configure<MvcOptions>(options => options.Filters.Add<WithheldMailFlash>())
        .AddScoped<HistoryPages>().AddScoped<HistoryFiles>()
        .AddSignIn()
        .AddPasswords()
        .AddScoped<PasskeyNames>()
        .AddRecovery()
        .AddScoped<ITransactionHook, SignInNotices.SignInNotices>()
        .AddScoped<OwnAccount.EmailChange.EmailInput>()
        .AddOperators()
        .AddSecondFactors()
        .AddHome()
        .AddAccount()
        .AddAdmin();

    private static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddScoped<SignInPages>().AddScoped<SignInCompletion>().AddScoped<DemoCodes>().AddScoped<SecondStepStart>()
            .AddScoped<FormerSession>().AddScoped<SecondStepTools>();

    private static IServiceCollection AddPasswords(this IServiceCollection services) => services
        .AddScoped<PasswordForm>();

    private static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddScoped<RecoveryThrottle>().AddScoped<ResetSteps>().AddScoped<LinkedPasswordPages>().AddSingleton<RecoverySignal>()
            .AddSingleton<RecoveryWorker>().AddHostedService(provider => provider.GetRequiredService<RecoveryWorker>());

    private static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddScoped<Menu>().AddScoped<HomePages>();

    private static IServiceCollection AddAccount(this IServiceCollection services) => services
        .AddScoped<AccountPages>().AddScoped<ProfileInput>();

    private static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .Configure<MvcOptions>(options => options.Filters.Add<StaffNavigation>())
        .AddScoped<StaffReach>()
        .AddScoped<DashboardFigures>()
        .AddScoped<LockoutList>().AddScoped<LockoutReleases>()
        .AddScoped<UserDirectory>().AddScoped<UserRecords>().AddScoped<UserSwitch>().AddScoped<UserPasswords>().AddScoped<UserLinks>()
        .AddScoped<AuditSearch>().AddScoped<AuditExport>()
        .AddScoped<OutboxList>().AddScoped<SetAsideList>();
}
