using Portal.Web.Data;
using Portal.Web.Features.Admin.Contracts.Edits;
using Portal.Web.Features.Admin.Contracts.Letters;
using Portal.Web.Features.Admin.Contracts.Mails;
using Portal.Web.Features.Admin.Contracts.Opening;

namespace Portal.Web.Features.Admin.Contracts;

public static class AdminContractsServices
{
    public static IServiceCollection AddAdminContracts(this IServiceCollection services) => services
        .AddScoped<ContractList>()
        .AddScoped<StaffContractColumns>()
        .AddScoped<ContractRecords>()
        .AddScoped<NewContractInput>()
        .AddScoped<ContractInput>()
        .AddScoped<StartLetters>()
        .AddScoped<LetterPdf>()
        .AddScoped<ITransactionHook, ContractMails>();
}
