using Portal.Web.Audit;

namespace Portal.Web.Domain.Contracts;

public static class ContractsServices
{
    /// <summary>Contracts of customers, as the staff opens, changes and suspends them.</summary>
    public static IServiceCollection AddContracts(this IServiceCollection services) => services
        .AddSingleton<EventContribution, ContractEvents>()
        .AddScoped<ContractOpening>()
        .AddScoped<NumberRows>()
        .AddScoped<ContractNumbers>()
        .AddScoped<ContractLines>()
        .AddScoped<ContractEditing>()
        .AddScoped<ContractSwitch>()
        .AddScoped<FirstUsers>();
}
