using Portal.Web.Features.Admin.Cases.Answers;
using Portal.Web.Features.Admin.Cases.Batches;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Features.Admin.Cases.Live;
using Portal.Web.Features.Admin.Cases.Many;
using Portal.Web.Features.Admin.Cases.Opening;
using Portal.Web.Features.Admin.Cases.Parts;
using Portal.Web.Features.Admin.Cases.Several;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Cases;

public static class AdminCasesServices
{
    public static IServiceCollection AddAdminCases(this IServiceCollection services) => services
        .AddScoped<DeskQueue>()
        .AddScoped<DeskClock>()
        .AddScoped<DeskColumns>()
        .AddScoped<DeskRecords>()
        .AddScoped<DeskRound>()
        .AddScoped<DeskCanned>()
        .AddScoped<CannedInput>()
        .AddScoped<DeskActs>()
        .AddScoped<DeskSeveral>()
        .AddScoped<DeskOpening>()
        .AddScoped<ManyChecks>()
        .AddScoped<ManyOpening>()
        .AddScoped<CaseBatchWords>()
        .AddScoped<CaseBatchReading>()
        .AddScoped<CaseBatchIntake>()
        .AddScoped<IStaffPart, CasesPart>()
        .AddScoped<IStaffFigures, CaseFigures>()
        .AddScoped<IStaffFinder, DeskCaseFinder>()
        .AddScoped<IStaffTally, CasesTally>()
        .AddScoped<IStaffDuty, CasesDuty>()
        .AddScoped<DeskProgress>()
        .AddScoped<IStaffSection, DeskSection>();
}
