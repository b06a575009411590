using Microsoft.AspNetCore.Mvc;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.Mails;
using Portal.Web.Features.Shared.Passwords;

namespace Portal.Web.Features.Shared;

public static class SharedServices
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services
        .AddScoped<Cases.CaseWords>()
        .AddScoped<Cases.CaseInput>()
        .AddScoped<Cases.CaseAttachments>()
        .AddSingleton<Cases.Live.LivePlaces>()
        .AddSingleton<Cases.Live.LiveTurns>()
        .AddSingleton<Cases.Live.LiveLooks>()
        .AddSingleton<Cases.Live.LiveStreams>()
        .AddScoped<OptionServices.SettingWords>()
        .AddScoped<Orders.OrderWords>()
        .AddScoped<Announcements.AnnouncementWords>()
        .AddScoped<Http.Frame.IHeaderLook, Headers.HeaderRound>()
        .AddScoped<Points.PointWords>()
        .AddScoped<Points.PointColumns>()
        .AddScoped<Points.PointPages>()
        .AddScoped<WorkRequests.WorkWords>()
        .AddScoped<WorkRequests.WorkAttachments>()
        .AddScoped<Details.DetailsInput>()
        .AddScoped<Details.NewLoginIds>()
        .AddFileFields()
        .AddScoped<PasswordPolicyPresenter>()
        .Configure<MvcOptions>(options => options.Filters.Add<WithheldMailFlash>())
        .AddScoped<ListFiles>()
        .AddScoped<ListDrawing>()
        .AddScoped<HistoryPages>()
        .AddScoped<HistoryFrames>()
        .AddScoped<HistoryFiles>()
        .AddScoped<HistoryPdf>()
        .AddScoped<Slips.Slips>()
        .AddScoped<Slips.SlipPdf>()
        .AddScoped<Slips.HandOvers>()
        .AddScoped<HistorySource>()
        .AddScoped<IExportSource>(provider => provider.GetRequiredService<HistorySource>());
}
