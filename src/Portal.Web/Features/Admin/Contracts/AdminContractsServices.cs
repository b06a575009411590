using Portal.Web.Data;
using Portal.Web.Features.Admin.Contracts.Edits;
using Portal.Web.Features.Admin.Contracts.Letters;
using Portal.Web.Features.Admin.Contracts.Mails;
using Portal.Web.Features.Admin.Contracts.Lines;
using Portal.Web.Features.Admin.Contracts.Numbers;
using Portal.Web.Features.Admin.Contracts.Opening;
using Portal.Web.Features.Admin.Shared;

namespace Portal.Web.Features.Admin.Contracts;

public static class AdminContractsServices
{
    public static IServiceCollection AddAdminContracts(this IServiceCollection services) => services
        .AddScoped<ContractList>()
        .AddScoped<IStaffFinder, ContractFinder>()
        .AddScoped<IStaffFigures, ContractFigures>()
        .AddScoped<StaffContractColumns>()
        .AddScoped<ContractRecords>()
        .AddScoped<NewContractInput>()
        .AddScoped<ContractInput>()
        .AddScoped<NumbersInput>()
        .AddScoped<LineInput>()
        .AddScoped<LineList>()
        .AddScoped<IStaffPart, LinesPart>()
        .AddScoped<StartLetters>()
        .AddScoped<LetterPdf>()
        .AddScoped<ITransactionHook, ContractMails>();
}
