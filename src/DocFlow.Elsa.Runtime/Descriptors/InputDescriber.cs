using System.Reflection;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Elsa.Workflows.UIHints.Dropdown;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>Describes the inputs of activity types and asks their providers what the editors show.</summary>
internal sealed class InputDescriber(IServiceProvider services)
{
    /// <summary>Inputs that take expressions, and plain properties that are marked as inputs.</summary>
    public static IEnumerable<PropertyInfo> InputsOf(Type type) =>
        type.GetProperties().Where(property => typeof(Input).IsAssignableFrom(property.PropertyType) || property.IsDefined(typeof(InputAttribute)));

    public static string NameOf(PropertyInfo property) => property.GetCustomAttribute<InputAttribute>()?.Name ?? property.Name;

    public async Task<InputDescriptor> DescribeAsync(string typeName, PropertyInfo property, CancellationToken cancellationToken)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var assembly = property.ReflectedType!.Assembly;
        var name = NameOf(property);
        return new InputDescriptor
        {
            Name = name,
            TypeName = property.GetCustomAttribute<DescribedAsAttribute>()?.TypeName ?? TypeNames.Of(ValueType(property)),
            DisplayName = DescriptorTexts.Find(assembly, $"{typeName}.Inputs.{name}", $"Inputs.{name}") ?? attribute.DisplayName ?? name,
            Description = DescriptorTexts.Find(assembly, $"{typeName}.Inputs.{name}.Description", $"Inputs.{name}.Description") ?? attribute.Description,
            Order = attribute.Order,
            IsBrowsable = attribute.IsBrowsable,
            IsSerializable = attribute.IsSerializable,
            IsWrapped = typeof(Input).IsAssignableFrom(property.PropertyType),
            UiHint = attribute.UIHint ?? InputUIHints.SingleLine,
            Category = attribute.Category is { } category ? DescriptorTexts.Find(assembly, $"Category.{category}") ?? category : null,
            DefaultValue = Default(property, attribute),
            DefaultSyntax = attribute.DefaultSyntax,
            IsReadOnly = attribute.IsReadOnly,
            IsSensitive = attribute.CanContainSecrets,
            AutoEvaluate = attribute.AutoEvaluate,
            UiSpecifications = (await SpecificationsAsync(typeName, property, null, cancellationToken)).AsReadOnly(),
        };
    }

    public async Task<IDictionary<string, object>> SpecificationsAsync(string typeName, PropertyInfo property, object? context, CancellationToken cancellationToken)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var specifications = Fixed(typeName, property, attribute);
        var handlers = new[] { attribute.UIHandler }.Concat(attribute.UIHandlers ?? []).OfType<Type>()
            .Select(handler => (IPropertyUIHandler)ActivatorUtilities.GetServiceOrCreateInstance(services, handler))
            .OrderBy(handler => handler.Priority);
        foreach (var handler in handlers)
        {
            foreach (var (key, value) in await handler.GetUIPropertiesAsync(property, context, cancellationToken))
                specifications[key] = value;
        }

        return specifications;
    }

    private static Type ValueType(PropertyInfo property) =>
        typeof(Input).IsAssignableFrom(property.PropertyType) ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;

    private object? Default(PropertyInfo property, InputAttribute attribute) =>
        attribute.DefaultValueProvider is { } provider
            ? ((IActivityPropertyDefaultValueProvider)ActivatorUtilities.GetServiceOrCreateInstance(services, provider)).GetDefaultValue(property)
            : attribute.DefaultValue;

    private static Dictionary<string, object> Fixed(string typeName, PropertyInfo property, InputAttribute attribute)
    {
        var choices = attribute.Options as string[] ?? (ValueType(property) is { IsEnum: true } type ? EnumNames(type) : null);
        return attribute.UIHint switch
        {
            InputUIHints.DropDown when choices is not null => new() { [InputUIHints.DropDown] = new DropDownProps { SelectList = new SelectList([.. choices.Select(Item)]) } },
            InputUIHints.CheckList when choices is not null => new() { [InputUIHints.CheckList] = new { CheckList = new { Items = choices.Select(Item), IsFlagsEnum = false } } },
            InputUIHints.CodeEditor when attribute.DefaultSyntax is { } syntax => new() { [InputUIHints.CodeEditor] = new { Language = syntax.ToLowerInvariant() } },
            InputUIHints.JsonEditor => new() { [InputUIHints.CodeEditor] = new { Language = "json" } },
            _ => [],
        };

        SelectListItem Item(string value) =>
            new(DescriptorTexts.Find(property.ReflectedType!.Assembly, $"{typeName}.Options.{property.Name}.{value}", $"Options.{property.Name}.{value}") ?? value, value);
    }

    // Several names may share a value: each value is offered once.
    private static string[] EnumNames(Type type) => [.. type.GetEnumValues().Cast<object>().Select(value => value.ToString()!).Distinct()];
}
