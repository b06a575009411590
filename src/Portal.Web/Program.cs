using Portal.Web.Accounts;
using Portal.Web.Cli;
using Portal.Web.Data;
using Portal.Web.Features;
using Portal.Web.Http;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

var builder = WebApplication.CreateBuilder(args);
await using var database = await StartingDatabase.FindAsync(builder.Configuration, builder.Environment);

builder.AddPortalServer();
builder.Services.AddPortalDatabase(database.Connections);
builder.Services.AddPortalStart();
builder.Services.AddPortalKeys(builder.Configuration);
builder.Services.AddPortalTenancy();
builder.Services.AddPortalAccounts(builder.Configuration);
builder.Services.AddPortalMail(builder.Configuration);
builder.Services.AddPortalHttp(builder.Configuration);
builder.Services.AddPortalFeatures();

var app = builder.Build();
app.UsePortal();
await app.RunAsync();
