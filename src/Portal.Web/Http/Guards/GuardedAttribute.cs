using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Http.Guards;

/// <summary>
/// This parameter comes from a guard and never from the request: nobody fills an account's fields with a form (IV-02).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GuardedAttribute() : BindingBehaviorAttribute(BindingBehavior.Never)
{
    /// <summary>Asked with every request, and the same each time.</summary>
    private static readonly ConditionalWeakTable<ParameterDescriptor, object> Known = [];

    public static bool Marks(ParameterDescriptor parameter) => (bool)Known.GetValue(parameter, static each =>
        each is ControllerParameterDescriptor { ParameterInfo: var info } && info.IsDefined(typeof(GuardedAttribute), inherit: false));
}
